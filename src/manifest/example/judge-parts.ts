import { isObject } from "../json-object.ts";
import { entriesOf, fieldOf } from "./json.ts";
import type { Applied } from "./judge.ts";
import { itemSchemas, propertySchemas } from "./parts.ts";
import { partAt } from "./placed.ts";

/** The keywords whose schemas speak of fields and items: JSON Schema Core 2020-12, 10.3. */
export const parts: ReadonlyArray<Applied> = [
  function fields(placed, value, { judge, at }) {
    return entriesOf(value).flatMap(([name, item]) =>
      propertySchemas(placed, name).flatMap((part) => judge(part, item, [...at, name])),
    );
  },
  function names(placed, value, { judge, at }) {
    const part = partAt(placed, "propertyNames");
    if (part === undefined || !isObject(value)) return [];
    return Object.keys(value).flatMap((name) =>
      judge(part, name, at).map((violation) => ({ ...violation, keyword: "propertyNames", at: [...at, name] })),
    );
  },
  function items(placed, value, { judge, at }) {
    if (!Array.isArray(value)) return [];
    return value.flatMap((item, index) =>
      itemSchemas(placed, index).flatMap((part) => judge(part, item, [...at, String(index)])),
    );
  },
  function contains(placed, value, { judge, at }) {
    const part = partAt(placed, "contains");
    if (part === undefined || !Array.isArray(value)) return [];
    const least = fieldOf(placed.schema, "minContains") ?? 1;
    const most = fieldOf(placed.schema, "maxContains") ?? value.length;
    const verdicts = value.map((item) => judge(part, item, at));
    const sure = verdicts.filter((violations) => violations.length === 0).length;
    const unsure = verdicts.filter((v) => v.length > 0 && v.every(({ isCertain }) => !isCertain)).length;
    if (sure >= Number(least) && sure + unsure <= Number(most)) return [];
    const isCertain = sure + unsure < Number(least) || sure > Number(most);
    return [{ keyword: "contains", at, isCertain }];
  },
];
