import type { CaseRequest } from "../model.ts";
import { unknownIdVariable } from "../names.ts";
import { refillPath } from "../request.ts";
import type { ChangeScope } from "./change.ts";

/** The happy request for something that nothing has the id of. */
export function withUnknownId({ happy, facts: { endpoint } }: ChangeScope): CaseRequest {
  const last = endpoint.params.at(-1);
  if (last === undefined || last.source.kind === "saved") return happy;
  const { source } = last;
  const value =
    source.kind === "created" ? `{{${unknownIdVariable(source.by, source.get)}}}` : unknownLike(source.value);
  return { ...happy, path: refillPath(endpoint, happy.path, { [last.name]: value }) };
}

/** An id of the same form that nothing has: servers may answer 400 to one of another form. */
function unknownLike(value: string): string {
  if (/^\d+$/.test(value)) return "2147483646";
  // The version and the variant of a UUID are part of its form.
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)) {
    return value.replace(/[0-9a-f]/gi, (digit, at) => (at === 14 || at === 19 ? digit : "0"));
  }
  return "newmanifest-unknown";
}
