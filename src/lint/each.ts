import type { Endpoint, Expectation, RequestShape } from "../manifest/model.ts";
import type { Finder, Finding, Suite } from "./finding.ts";

/** One declared answer with the request that gets it: an entry of an endpoint's `expect`, or a step's. */
export interface Answer {
  readonly expectation: Expectation;
  readonly request: RequestShape;
  /** Absent: a step of a flow. */
  readonly endpoint?: Endpoint;
}

/** Finds the endpoints of which this holds. */
export function endpointsThat(isFault: (endpoint: Endpoint, suite: Suite) => boolean): Finder {
  return (suite) => suite.manifest.endpoints.filter((endpoint) => isFault(endpoint, suite)).map(ofEndpoint);
}

/** Finds the declared answers of which this holds, of endpoints and of steps. */
export function answersThat(isFault: (answer: Answer, suite: Suite) => boolean): Finder {
  return (suite) =>
    answersOf(suite)
      .filter((answer) => isFault(answer, suite))
      .map(ofAnswer);
}

/** Everything the manifest declares to come back. */
export function answersOf({ manifest }: Suite): ReadonlyArray<Answer> {
  const declared = manifest.endpoints.flatMap((endpoint) =>
    endpoint.expect.map((expectation) => ({ expectation, request: endpoint, endpoint })),
  );
  const steps = manifest.flows.flatMap((flow) =>
    flow.steps.map((step) => ({ expectation: step.expectation, request: step })),
  );
  return [...declared, ...steps];
}

/** The finding that blames an endpoint as a whole. */
export function ofEndpoint({ id, span }: Endpoint): Finding {
  return { about: id, span, endpoint: id };
}

/** The finding that blames one declared answer. */
export function ofAnswer({ expectation, request, endpoint }: Answer): Finding {
  const about = `${request.id} -> ${expectation.codes.text}`;
  return { about, span: expectation.span, ...(endpoint && { endpoint: endpoint.id }) };
}

/** A fault of the manifest as a whole, shown where the first of these stands. */
export function ofManifest({ manifest }: Suite, findings: ReadonlyArray<Finding>): ReadonlyArray<Finding> {
  return findings.slice(0, 1).map(({ span }) => ({ about: manifest.name, span }));
}
