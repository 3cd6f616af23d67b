import { isObject } from "../json-object.ts";
import type { Json, JsonObject } from "../model.ts";
import { joins } from "./judge-joined.ts";
import { parts } from "./judge-parts.ts";
import { checks } from "./judge-value.ts";
import { isSaid, type Placed, type Pointer } from "./placed.ts";
import type { Violation } from "./violation.ts";

/** Judges a value, or a part of it at a place, by a schema or a part of it. */
export type Judge = (placed: Placed, value: Json, at: Pointer) => ReadonlyArray<Violation>;

/** What an applicator, a keyword that holds schemas, finds. */
export type Applied = (
  placed: Placed<JsonObject>,
  value: Json,
  context: { readonly judge: Judge; readonly root: JsonObject; readonly at: Pointer },
) => ReadonlyArray<Violation>;

/** How many more schemas may be looked at: choices in choices would else take time without end. */
export interface Effort {
  left: number;
}

const maxDepth = 200;
const enough = 100_000;

/** Everything that a value has against a schema: draft-07, 2020-12, and what OpenAPI 3.0 writes otherwise. */
export function violationsOf(
  placed: Placed,
  value: Json,
  root: JsonObject,
  effort: Effort = { left: enough },
): ReadonlyArray<Violation> {
  let depth = 0;
  const judge: Judge = (part, inner, at) => {
    if (!isSaid(part)) return part.schema === false ? [{ keyword: "false", at, isCertain: true }] : [];
    // A schema that refers to itself without end says nothing.
    if (depth > maxDepth || effort.left < 0) return [{ keyword: "$ref", at, isCertain: false }];
    effort.left -= 1;
    depth += 1;
    const found = [...checked(part.schema, inner, at)];
    for (const apply of [...joins, ...parts]) found.push(...apply(part, inner, { judge, root, at }));
    depth -= 1;
    return found;
  };
  return judge(placed, value, []);
}

function* checked(schema: JsonObject, value: Json, at: Pointer): Generator<Violation> {
  for (const [keyword, operand] of Object.entries(schema)) {
    const check = checks.get(keyword);
    if (check === undefined) continue;
    const isRight = check(operand, value, schema);
    if (isRight !== true)
      yield { keyword, at: missingAt(keyword, { operand, value, at }), isCertain: isRight === false };
  }
}

/** A missing field is the field's fault, not the object's. */
function missingAt(
  keyword: string,
  { operand, value, at }: { readonly operand: Json; readonly value: Json; readonly at: Pointer },
): Pointer {
  if (keyword !== "required" || !Array.isArray(operand) || !isObject(value)) return at;
  const missing = operand.map(String).filter((name) => !Object.hasOwn(value, name));
  return missing.length === 1 ? [...at, ...missing] : at;
}
