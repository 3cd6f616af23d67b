import { validatorVariables } from "../names.ts";
import type { ChangeScope, EdgeRequest } from "./change.ts";
import { setHeader } from "./headers.ts";

/** A conditional request with the validators of the last happy response. */
export function conditional({ happy, facts }: ChangeScope): EdgeRequest {
  const variables = validatorVariables(facts.endpoint.id);
  const etag = setHeader(happy, "If-None-Match", `{{${variables.etag}}}`);
  const request = setHeader(etag, "If-Modified-Since", `{{${variables.lastModified}}}`);
  // Newman's own `Cache-Control: no-cache` asks for an end-to-end reload, and Express answers 200 to that.
  return { request: { ...request, omittedHeaders: ["cache-control"] }, before: { kind: "conditional", ...variables } };
}
