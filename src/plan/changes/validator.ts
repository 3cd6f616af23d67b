import { validatorVariables } from "../names.ts";
import type { ChangeScope, ChangeTable, EdgeRequest } from "./change.ts";
import { changeHeaders } from "./headers.ts";

/** Conditional requests with the validators of the last happy response, by the name in the edge table. */
export const validatorChanges: ChangeTable = {
  current: (scope) =>
    conditional(scope, ({ etag, lastModified }) => [
      ["If-None-Match", etag],
      ["If-Modified-Since", lastModified],
    ]),
  list: (scope) => conditional(scope, ({ etag }) => [["If-None-Match", `"newmanifest-1", ${etag}, W/"newmanifest-2"`]]),
  "modified-since": (scope) => conditional(scope, ({ lastModified }) => [["If-Modified-Since", lastModified]]),
  "both-differ": (scope) =>
    conditional(scope, ({ lastModified }) => [
      ["If-None-Match", '"newmanifest-other"'],
      ["If-Modified-Since", lastModified],
    ]),
  "with-range": (scope) =>
    conditional(scope, ({ etag }) => [
      ["If-None-Match", etag],
      ["Range", "bytes=0-0"],
    ]),
  "if-range": (scope) =>
    conditional(scope, ({ etag }) => [
      ["If-Range", etag],
      ["Range", "bytes=0-0"],
    ]),
};

interface Validators {
  readonly etag: string;
  readonly lastModified: string;
}

function conditional(
  { happy, facts }: ChangeScope,
  headersOf: (validators: Validators) => ReadonlyArray<readonly [string, string]>,
): EdgeRequest {
  const variables = validatorVariables(facts.endpoint.id);
  const headers = headersOf({ etag: `{{${variables.etag}}}`, lastModified: `{{${variables.lastModified}}}` });
  // Newman's own `Cache-Control: no-cache` asks for an end-to-end reload, and Express answers 200 to that.
  const request = changeHeaders(happy, [...headers, ["Cache-Control", null]]);
  return { request, before: { kind: "conditional", ...variables } };
}
