import { z } from "zod";
import type { JsonObject } from "./model.ts";
import { manifestSchema } from "./schema.ts";

/** The JSON Schema (draft-07) that editors complete and check a manifest with: schema.json. */
export function manifestJsonSchema(): JsonObject {
  const schema = z.toJSONSchema(manifestSchema, { target: "draft-7", unrepresentable: "any" });
  return {
    title: "newmanifest",
    description: "A manifest of API endpoints and their status codes.",
    ...toJson(schema),
  };
}

/** Without what JSON cannot hold. */
function toJson(schema: object): JsonObject {
  return JSON.parse(JSON.stringify(schema));
}
