import { manifestJsonSchema } from "../../manifest/json-schema.ts";
import type { Io } from "../io.ts";

/** `newmanifest schema`: the schema that ships as schema.json. */
export async function schema(io: Io): Promise<number> {
  io.stdout(`${JSON.stringify(manifestJsonSchema(), null, 2)}\n`);
  return 0;
}
