import { parseJson } from "../../../result/json.ts";
import type { Attempt } from "../../../result/model.ts";
import type { Comparison } from "./comparison.ts";

type Read = (match: RegExpExecArray) => Comparison;

/** How the checks of a body name what differs from the example (templates/functions/shape.hbs). */
const shapes: ReadonlyArray<readonly [RegExp, Read]> = [
  [/^(\$\S*) is missing$/, ([, what = ""]) => ({ what, expected: "there", actual: "missing" })],
  [
    /^(\$\S*) is not an (array|object)$/,
    ([, what = "", kind]) => ({ what, expected: `an ${kind}`, actual: `not an ${kind}` }),
  ],
  [
    /^(\$\S*) is (null|an? \w+), not (an? \w+)$/,
    ([, what = "", actual = "", expected = ""]) => ({ what, expected, actual }),
  ],
];

/** Of a message that lists differences of a body, each of them. */
export function fieldComparisons(message: string, attempt: Attempt): ReadonlyArray<Comparison> {
  const [, what = "", list = ""] = /^(differences|fields that differ from what was sent): (.+)$/s.exec(message) ?? [];
  if (what === "") return [];
  const found = list.split("; ");
  return what === "differences" ? found.flatMap(shapeOf) : found.flatMap((field) => sentAndGot(field, attempt));
}

function shapeOf(text: string): ReadonlyArray<Comparison> {
  for (const [pattern, read] of shapes) {
    const match = pattern.exec(text);
    if (match) return [read(match)];
  }
  return [];
}

/** What the request had in a field, and what the response has there. */
function sentAndGot(field: string, { request, response }: Attempt): ReadonlyArray<Comparison> {
  const [sent, body] = [parseJson(request?.body ?? ""), parseJson(response?.body ?? "")];
  const got = has(body, field) ? body : has(body, "data") ? body.data : undefined;
  if (!has(sent, field) || !has(got, field)) return [];
  return [{ what: `$.${field}`, expected: JSON.stringify(sent[field]), actual: JSON.stringify(got[field]) }];
}

function has<Key extends string>(value: unknown, key: Key): value is Readonly<Record<Key, unknown>> {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key);
}
