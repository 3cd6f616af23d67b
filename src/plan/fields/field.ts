import type { Pointer } from "../../manifest/example/placed.ts";
import type { SchemaType } from "../../manifest/example/types.ts";
import type { Way } from "../../manifest/example/way.ts";
import type { Json, JsonObject } from "../../manifest/model.ts";
import type { CaseBody } from "../model.ts";

/** A field of a body with what is known of it. */
export interface Field {
  readonly path: Pointer;
  /** The last key. */
  readonly name: string;
  /** `address.city`: for titles. */
  readonly label: string;
  /** In the valid body; absent: the schema has it and the body has not. */
  readonly value?: Json;
  /** What the schema says of it; empty where there is none. */
  readonly way: Way;
  /** What it is: by the schema, else by its value. */
  readonly types: ReadonlyArray<SchemaType>;
  /** By the schema, else by the reading that a body without a schema is the smallest valid one. */
  readonly isRequired: boolean;
  /** The server sets it. */
  readonly isReadOnly: boolean;
}

/** The fields of a valid body: of the top level, then of the objects there. */
export interface FieldSet {
  readonly body: CaseBody;
  readonly value: JsonObject;
  readonly fields: ReadonlyArray<Field>;
  /** Absent: none is given, or `isDoubtful`: it forbids the very body that is said to be valid. */
  readonly schema?: JsonObject;
  readonly isDoubtful: boolean;
  readonly method: string;
}
