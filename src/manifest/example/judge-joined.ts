import { entriesOf, fieldOf } from "./json.ts";
import type { Applied } from "./judge.ts";
import { partAt, partsOf } from "./placed.ts";
import { followReference } from "./reference.ts";
import { type Violation, verdictOf } from "./violation.ts";

/** The keywords whose schemas speak of the same value: JSON Schema Core 2020-12, 8.2.3 and 10.2. */
export const joins: ReadonlyArray<Applied> = [
  function reference(placed, value, { judge, root, at }) {
    const { $ref } = placed.schema;
    if (typeof $ref !== "string") return [];
    const target = followReference(root, $ref);
    return target === undefined ? [{ keyword: "$ref", at, isCertain: false }] : judge(target, value, at);
  },
  function allOf(placed, value, { judge, at }) {
    return partsOf(placed, "allOf").flatMap((part) => judge(part, value, at));
  },
  function anyOf(placed, value, { judge, at }) {
    const found = partsOf(placed, "anyOf").map((part) => judge(part, value, at));
    if (found.length === 0 || found.some((violations) => violations.length === 0)) return [];
    // Why it is wrong is told by the schema that it is nearest to.
    return nearest(found);
  },
  function oneOf(placed, value, { judge, at }) {
    const found = partsOf(placed, "oneOf").map((part) => judge(part, value, at));
    if (found.length === 0) return [];
    const verdicts = found.map(verdictOf);
    const valid = verdicts.filter((one) => one === "valid").length;
    if (valid > 1) return [{ keyword: "oneOf", at, isCertain: true }];
    const isUnsure = verdicts.includes("unknown");
    if (valid === 1) return isUnsure ? [{ keyword: "oneOf", at, isCertain: false }] : [];
    return nearest(found);
  },
  function not(placed, value, { judge, at }) {
    const part = partAt(placed, "not");
    if (part === undefined) return [];
    const found = verdictOf(judge(part, value, at));
    return found === "invalid" ? [] : [{ keyword: "not", at, isCertain: found === "valid" }];
  },
  function condition(placed, value, { judge, at }) {
    const test = partAt(placed, "if");
    if (test === undefined) return [];
    const found = verdictOf(judge(test, value, at));
    const branches = found === "unknown" ? ["then", "else"] : [found === "valid" ? "then" : "else"];
    const violations = branches.flatMap((key) => {
      const part = partAt(placed, key);
      return part === undefined ? [] : judge(part, value, at);
    });
    return found === "unknown" ? violations.map((one) => ({ ...one, isCertain: false })) : violations;
  },
  function dependents(placed, value, { judge, at }) {
    return ["dependentSchemas", "dependencies"].flatMap((keyword) =>
      entriesOf(fieldOf(placed.schema, keyword)).flatMap(([name, schema]) => {
        if (fieldOf(value, name) === undefined) return [];
        // Draft-07 also lists names there.
        const needed = Array.isArray(schema) ? { required: schema } : schema;
        return judge({ schema: needed, at: [...placed.at, keyword, name] }, value, at);
      }),
    );
  },
];

function nearest(found: ReadonlyArray<ReadonlyArray<Violation>>): ReadonlyArray<Violation> {
  const unsure = found.find((violations) => verdictOf(violations) === "unknown");
  if (unsure !== undefined) return unsure;
  return found.reduce((best, violations) => (violations.length < best.length ? violations : best));
}
