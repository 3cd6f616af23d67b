import type { Json, JsonObject } from "../manifest/model.ts";
import { fieldOf } from "./json.ts";
import { sampleOf } from "./sample.ts";
import { checkValue } from "./schema-value.ts";
import { pick, pickNumber, plainSeed, uuidOf } from "./seed.ts";

/** What a value is invented for: the same name and seed, the same value. */
export interface Naming {
  readonly seed: number;
  /** Where it stands: `/items/0/price`. */
  readonly name: string;
}

/** A number that fits a schema. */
export function numberExample(schema: JsonObject, naming: Naming): number {
  const plain = plainNumber(schema);
  const step = numberOf(schema, "multipleOf", 1) || 1;
  return fitting(schema, plain + step * pickNumber(100, naming.seed, naming.name), plain);
}

function plainNumber(schema: JsonObject): number {
  const least = fieldOf(schema, "minimum");
  const above = fieldOf(schema, "exclusiveMinimum");
  if (typeof least === "number") return Math.ceil(least);
  if (typeof above === "number") return Math.floor(above) + 1;
  return Math.min(1, numberOf(schema, "maximum", 1));
}

const words = ["text", "amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "heron", "islet"];

/** A text that fits a schema. */
export function stringExample(schema: JsonObject, naming: Naming): string {
  const format = fieldOf(schema, "format");
  const pattern = fieldOf(schema, "pattern");
  if (typeof pattern === "string") return sampleOf(pattern) ?? "text";
  const ofFormat = typeof format === "string" ? formats[format] : undefined;
  const plain = sized(ofFormat?.({ ...naming, seed: plainSeed }) ?? "text", schema);
  return fitting(schema, sized(ofFormat?.(naming) ?? wordFor(naming), schema), plain);
}

function sized(text: string, schema: JsonObject): string {
  const padded = text.padEnd(Math.min(numberOf(schema, "minLength"), 1000), "x");
  return padded.slice(0, numberOf(schema, "maxLength", padded.length));
}

/** What another seed invents must fit as well as the plainest does. */
function fitting<T extends Json>(schema: JsonObject, invented: T, plain: T): T {
  return checkValue(schema, invented) === undefined ? invented : plain;
}

function wordFor({ seed, name }: Naming): string {
  return pick(words, seed, name) ?? "text";
}

const dayMs = 86_400_000;

function dateFor({ seed, name }: Naming): string {
  return new Date(Date.UTC(2024, 0, 1) + pickNumber(366, seed, name) * dayMs).toISOString();
}

const formats: Readonly<Record<string, (naming: Naming) => string>> = {
  date: (naming) => dateFor(naming).slice(0, 10),
  "date-time": (naming) => dateFor(naming).replace(".000Z", "Z"),
  email: (naming) => `${naming.seed === plainSeed ? "reader" : wordFor(naming)}@example.com`,
  uri: (naming) => `https://example.com/${naming.seed === plainSeed ? "" : wordFor(naming)}`,
  uuid: ({ seed, name }) => (seed === plainSeed ? "00000000-0000-4000-8000-000000000001" : uuidOf(seed, name)),
};

function numberOf(schema: JsonObject, keyword: string, fallback = 0): number {
  const value = fieldOf(schema, keyword);
  return typeof value === "number" ? value : fallback;
}
