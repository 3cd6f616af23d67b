import type { Expectation, Manifest, ResponseExpectation } from "../manifest/model.ts";
import { fillPlaceholders } from "./placeholder.ts";
import { schemaExample } from "./schema-example.ts";

/** A manifest whose responses show values: what a schema describes and what a placeholder stands for is invented here. */
export function showExamples(manifest: Manifest, seed: number): Manifest {
  const show = (expectation: Expectation) => ({ ...expectation, response: showExample(expectation.response, seed) });
  return {
    ...manifest,
    endpoints: manifest.endpoints.map((endpoint) => ({ ...endpoint, expect: endpoint.expect.map(show) })),
    flows: manifest.flows.map((flow) => ({
      ...flow,
      steps: flow.steps.map((step) => ({ ...step, expectation: show(step.expectation) })),
    })),
  };
}

function showExample(response: ResponseExpectation, seed: number): ResponseExpectation {
  const body = response.body ?? (response.schema && schemaExample(response.schema, seed));
  return body === undefined ? response : { ...response, body: fillPlaceholders(body, seed) };
}
