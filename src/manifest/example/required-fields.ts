import type { Json, JsonObject } from "../model.ts";
import { fittingWay } from "./fitting-way.ts";
import { fieldOf } from "./json.ts";
import { propertySchemas } from "./parts.ts";
import { requiredNames } from "./way.ts";

/**
 * The top-level fields that a body cannot do without, wherever its schema says so: in `allOf`, behind `$ref`, by the choice the
 * body makes. Not those that the server sets itself (`readOnly`), or fills in (`default`, as Fastify does).
 */
export function requiredFields(schema: JsonObject, value: Json): ReadonlyArray<string> {
  const way = fittingWay([{ schema, at: [] }], value, schema);
  return requiredNames(way).filter((name) => {
    const said = way.flatMap((one) => propertySchemas(one, name)).map((one) => one.schema);
    return !said.some((one) => fieldOf(one, "readOnly") === true || fieldOf(one, "default") !== undefined);
  });
}
