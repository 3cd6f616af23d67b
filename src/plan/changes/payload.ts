import { jsonBody } from "../body-change.ts";
import type { CaseRequest } from "../model.ts";
import { exampleFields } from "../needs.ts";
import type { ChangeScope, EdgeRequest } from "./change.ts";
import { withPathValue } from "./path.ts";
import { steersPages } from "./query-names.ts";
import { mostTalkative } from "./talkative.ts";

/** The happy request with a text in the most talkative place it has: a field of the body, the query, or the path. */
export function withPayload(scope: ChangeScope, text: string): ReadonlyArray<EdgeRequest> {
  const { happy, facts } = scope;
  if (happy.body !== undefined) return inBody(happy, text);
  const index = happy.query.findIndex(([name]) => !steersPages(name));
  const field = happy.query[index]?.[0];
  if (field !== undefined) {
    const query = happy.query.map((entry, at) => (at === index ? ([field, text] as const) : entry));
    return [{ field, request: { ...happy, query } }];
  }
  const last = facts.endpoint.params.at(-1);
  if (last === undefined) return [];
  return [{ field: last.name, request: withPathValue(scope, encodeURIComponent(text)) }];
}

function inBody(happy: CaseRequest, text: string): ReadonlyArray<EdgeRequest> {
  if (happy.body?.kind === "form") return inForm(happy, happy.body.fields, text);
  const fields = exampleFields(happy.body);
  const field = mostTalkative(fields);
  if (field === undefined) return [];
  return [{ field, request: { ...happy, body: jsonBody({ ...Object.fromEntries(fields), [field]: text }) } }];
}

function inForm(
  happy: CaseRequest,
  fields: ReadonlyArray<readonly [string, string]>,
  text: string,
): ReadonlyArray<EdgeRequest> {
  const field = mostTalkative(fields);
  if (field === undefined) return [];
  const changed = fields.map(([name, value]) => [name, name === field ? text : value] as const);
  return [{ field, request: { ...happy, body: { kind: "form", fields: changed } } }];
}
