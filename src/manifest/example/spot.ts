import type { Json, JsonObject } from "../model.ts";
import type { Effort } from "./judge.ts";
import type { Placed, Pointer } from "./placed.ts";

/** A value that fits a schema, or why there is none. */
export type Example =
  | { readonly kind: "value"; readonly value: Json }
  | {
      readonly kind: "problem";
      readonly problem: string;
      /** Where in the schema. */
      readonly at: Pointer;
      /** The schema itself is wrong, so it is no way out to leave the field away. */
      readonly isMistake?: true;
    };

/** Makes a value that all of these schemas allow. */
export type Make = (placed: ReadonlyArray<Placed>, spot: Spot) => Example;

/** For what place a value is made. */
export interface Spot {
  readonly root: JsonObject;
  /** Of the field; empty where it is none. */
  readonly name: string;
  /** Which of the possible values: lists ask for the first, the second and so on, to have different items. */
  readonly nth: number;
  /** The schemas that the place lies inside of, as texts. */
  readonly trail: ReadonlySet<string>;
  /** It may be left out, so nothing is gained where the schema needs itself again. */
  readonly isOptional: boolean;
  readonly budget: Effort;
  readonly make: Make;
}
