import type { ErrorObject } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { Json, JsonObject } from "../../../src/manifest/model.ts";

const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false, ownProperties: true });
formats.default(ajv);

/** A strict judge of values that we did not write: Ajv with formats, as Fastify has it, without its coercion. */
export function ajvErrors(schema: JsonObject, value: Json): ReadonlyArray<ErrorObject> {
  const check = ajv.compile(schema);
  return check(value) ? [] : (check.errors ?? []);
}

/** A body as Postman sends it. */
export function sent(value: Json): Json {
  const text = JSON.stringify(value).replaceAll("{{$guid}}", "8c0e6c1a-7d4f-4c5e-9b0a-2f1d3e4c5b6a");
  return JSON.parse(text);
}
