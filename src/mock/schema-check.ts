import type { Json, JsonObject } from "../manifest/model.ts";
import { fieldOf, isObject } from "./json.ts";
import { readPath } from "./json-path.ts";
import type { FieldProblem } from "./refusal.ts";
import { compile } from "./sample.ts";
import { checkType, checkValue } from "./schema-value.ts";

interface Context {
  /** The whole schema: `$ref` points into it. */
  readonly root: JsonObject;
  /** `address.city`; empty: the body itself. */
  readonly path: string;
  /** At the top nothing is required: a PATCH. */
  readonly isPartial: boolean;
  /** Schemas may point to themselves. */
  readonly depth: number;
}

const maxDepth = 50;

/** What is wrong with a body by its JSON Schema: each field that is missing or wrong, once. */
export function checkSchema(
  schema: JsonObject,
  sent: Json | undefined,
  { isPartial }: { isPartial: boolean },
): ReadonlyArray<FieldProblem> {
  return visit(schema, sent ?? null, { root: schema, path: "", isPartial, depth: 0 });
}

function visit(schema: Json | undefined, value: Json, context: Context): FieldProblem[] {
  const field = context.path || "body";
  if (schema === false) return [{ field, message: "is not allowed" }];
  if (!isObject(schema) || context.depth > maxDepth) return [];
  const inner = { ...context, depth: context.depth + 1 };
  const message = checkType(schema, value) ?? checkValue(schema, value);
  if (message !== undefined) return [{ field, message }];
  const own = Array.isArray(value) ? visitItems(schema, value, inner) : visitFields(schema, value, inner);
  return [...own, ...visitOthers(schema, value, inner)];
}

function visitFields(schema: JsonObject, value: Json, context: Context): FieldProblem[] {
  if (!isObject(value)) return [];
  const required = fieldOf(schema, "required");
  const isLoose = context.isPartial && context.path === "";
  const names = Array.isArray(required) && !isLoose ? required.map(String) : [];
  const missing = names.filter((name) => fieldOf(value, name) === undefined);
  return [
    ...missing.map((name) => ({ field: below(context, name), message: "is missing" })),
    ...Object.entries(value).flatMap(([name, item]) => visitField(schema, [name, item], context)),
  ];
}

function visitField(schema: JsonObject, [name, item]: [string, Json], context: Context): FieldProblem[] {
  // A merge patch removes with null (RFC 7396).
  if (item === null && context.isPartial) return [];
  const property = fieldOf(fieldOf(schema, "properties"), name);
  const patterns = Object.entries(fieldOf(schema, "patternProperties") ?? {});
  const schemas = [property, ...patterns.flatMap(([pattern, each]) => (compile(pattern)?.test(name) ? [each] : []))];
  const known = schemas.filter((each) => each !== undefined);
  if (known.length > 0) return known.flatMap((each) => visit(each, item, { ...context, path: below(context, name) }));
  const rest = fieldOf(schema, "additionalProperties");
  // Its name is the client's, and an answer repeats nothing that a client made up.
  if (rest === false) return [{ field: context.path || "body", message: "has a field that does not belong there" }];
  return visit(rest, item, { ...context, path: below(context, "*") });
}

function visitItems(schema: JsonObject, items: ReadonlyArray<Json>, context: Context): FieldProblem[] {
  const tuple = fieldOf(schema, "prefixItems");
  const first = Array.isArray(tuple) ? tuple : [];
  return items.flatMap((item, at) =>
    visit(first[at] ?? fieldOf(schema, "items"), item, { ...context, path: below(context, String(at)) }),
  );
}

/** Keywords that apply other schemas to the same value. */
function visitOthers(schema: JsonObject, value: Json, context: Context): FieldProblem[] {
  const fits = (other: Json) => visit(other, value, context).length === 0;
  const list = (keyword: string) => [fieldOf(schema, keyword) ?? []].flat();
  const [any, one] = [list("anyOf"), list("oneOf")];
  const isOdd = (any.length > 0 && !any.some(fits)) || (one.length > 0 && one.filter(fits).length !== 1);
  const not = fieldOf(schema, "not");
  const field = context.path || "body";
  const problems =
    isOdd || (not !== undefined && fits(not)) ? [{ field, message: "has none of the allowed forms" }] : [];
  for (const other of [...list("allOf"), referred(schema, context)]) problems.push(...visit(other, value, context));
  return problems;
}

/** A `$ref` into the same schema; whatever lies outside is not known here. */
function referred(schema: JsonObject, { root }: Context): Json | undefined {
  const reference = fieldOf(schema, "$ref");
  if (typeof reference !== "string" || !/^#(?:\/|$)/.test(reference)) return undefined;
  const keys = reference.split("/").slice(1);
  return readPath(
    root,
    keys.map((key) => decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~")),
  );
}

function below({ path }: Context, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}
