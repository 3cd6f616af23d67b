import { z } from "zod";
import type { Json } from "../model.ts";

/*
 * The error of each schema is not a sentence but what was expected, as a noun: findings.ts makes the sentence, with the
 * place and what was found instead.
 */

/** A map with these keys and no others. */
export function strict<S extends z.core.$ZodShape>(shape: S, expected: string) {
  const known = Object.keys(shape).join(" ");
  return z.strictObject(shape, { error: ({ code }) => (code === "unrecognized_keys" ? known : expected) });
}

/** A map whose keys the user chooses. */
export function mapOf<V extends z.core.$ZodType>(value: V, expected: string) {
  return z.record(z.string(), value, { error: expected });
}

/** One of these words. */
export function oneOf<const W extends ReadonlyArray<string>>(words: W) {
  return z.enum(words, { error: words.map((word) => `"${word}"`).join(" or ") });
}

/** Text; a number has to be quoted. */
export const text = z.string({ error: "text" });
/** true or false, and nothing that resembles them. */
export const flag = z.boolean({ error: "true or false" });
/** A number of things. */
export const count = z.int({ error: "a whole number" }).positive({ error: "a whole number above 0" });
const number = z.number({ error: "a number" });

/** Any JSON value: examples of bodies, schemas. */
export const json = z.custom<Json>();

/** What becomes text in a request. */
export const scalar = z.union([text, number, flag], { error: "text or a number" });
/** Names and values of a request. */
export const scalars = mapOf(scalar, "a map of names and values");
/** Names and values to set, or null to remove. */
export const changes = mapOf(z.union([scalar, z.null()], { error: "text or a number, or null to remove it" }), "a map");

/** Metrics and limits; both are checked with the metrics. */
export const limits = mapOf(scalar, "a map of metrics and limits");

/** A list of names. */
export const texts = z.array(text, { error: "a list of names" });
/** A map with any JSON inside. */
export const object = mapOf(json, "a map");
/** `300ms`, `2s`. */
export const duration = z
  .string({ error: "a duration such as 300ms" })
  .meta({ pattern: "^\\d+(\\.\\d+)?\\s*(ms|s)$", examples: ["300ms", "2s"] });

/** `200`, `400|422`, `2xx`: one pattern, or several with spaces. */
export const code = z
  .union([number, text], { error: "a status code" })
  .meta({ examples: [200, "200 404", "400|422", "2xx"] });
/** Codes as a list. */
export const codeList = z.array(code, { error: "a list of codes" });
