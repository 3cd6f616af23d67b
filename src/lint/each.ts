import type { Endpoint } from "../manifest/model.ts";
import type { Answer, Finder, Finding, Suite } from "./finding.ts";

/** Finds the endpoints of which this holds. */
export function endpointsThat(isFault: (endpoint: Endpoint, suite: Suite) => boolean): Finder {
  return (suite) => suite.manifest.endpoints.filter((endpoint) => isFault(endpoint, suite)).map(ofEndpoint);
}

/** Finds the declared answers of which this holds, of endpoints and of steps. */
export function answersThat(isFault: (answer: Answer, suite: Suite) => boolean): Finder {
  return (suite) => suite.answers.filter((answer) => isFault(answer, suite)).map(ofAnswer);
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
