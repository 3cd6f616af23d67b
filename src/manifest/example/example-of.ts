import type { Json, JsonObject } from "../model.ts";
import { candidatesFor } from "./candidates.ts";
import { fieldOf, isSameJson } from "./json.ts";
import { violationsOf } from "./judge.ts";
import type { Placed } from "./placed.ts";
import { followReference } from "./reference.ts";
import type { Example, Spot } from "./spot.ts";
import { type Verdict, verdictOf } from "./violation.ts";
import { pointerText, type Way, waysOf } from "./way.ts";

export type { Example } from "./spot.ts";

const effort = 300_000;
const maxWays = 64;

/** A valid instance of a JSON Schema (draft-07, 2020-12), always the same one; its texts may hold Postman's `{{$guid}}`. */
export function exampleOf(schema: JsonObject): Example {
  const budget = { left: effort };
  return make([{ schema, at: [] }], {
    root: schema,
    name: "",
    nth: 0,
    trail: new Set(),
    isOptional: false,
    budget,
    make,
  });
}

/** The first of the candidates that the schemas allow; the second, third ... where a list needs another one. */
function make(placed: ReadonlyArray<Placed>, spot: Spot): Example {
  const seen: Json[] = [];
  let fallback: Example | undefined;
  let problem: Example | undefined;
  for (const candidate of candidatesOf(placed, spot)) {
    if (candidate.kind === "problem") {
      if (candidate.isMistake) return candidate;
      problem ??= candidate;
      continue;
    }
    const verdict = judged(candidate.value, placed, spot);
    if (spot.budget.left < 0) return tooLarge(placed);
    if (verdict === "unknown") fallback ??= candidate;
    if (verdict !== "valid" || seen.some((other) => isSameJson(other, candidate.value))) continue;
    if (seen.length === spot.nth) return candidate;
    seen.push(candidate.value);
  }
  return (spot.nth === 0 ? fallback : undefined) ?? problem ?? unfit(placed);
}

function* candidatesOf(placed: ReadonlyArray<Placed>, spot: Spot): Generator<Example> {
  let ways = 0;
  for (const way of waysOf(placed, spot.root)) {
    ways += 1;
    if (ways > maxWays) return;
    const trail = new Set([...spot.trail, ...way.map(({ at }) => pointerText(at))]);
    const mistake = mistakeIn(way, spot);
    if (mistake !== undefined) yield mistake;
    else if (isLoop(way, spot)) yield endless(way);
    else yield* candidatesFor(way, { ...spot, trail });
  }
}

/** A way that was gone before leads nowhere else; what is optional need not go any part of one again. */
function isLoop(way: Way, { trail, isOptional }: Spot): boolean {
  const known = way.filter(({ at }) => trail.has(pointerText(at)));
  return known.length > 0 && (isOptional || known.length === way.length);
}

function judged(value: Json, placed: ReadonlyArray<Placed>, { root, budget }: Spot): Verdict {
  const violations = placed.flatMap((part) => violationsOf(part, value, root, budget));
  // A pattern nobody can try is no pattern that is met.
  const isGuess = violations.some(({ keyword }) => keyword === "pattern" || keyword === "format");
  return isGuess ? "invalid" : verdictOf(violations);
}

function mistakeIn(way: Way, { root }: Spot): Example | undefined {
  for (const { schema, at } of way) {
    const { $ref } = schema;
    if (typeof $ref !== "string" || followReference(root, $ref) !== undefined) continue;
    return {
      kind: "problem",
      problem: `nothing in the schema is called ${$ref}`,
      at: [...at, "$ref"],
      isMistake: true,
    };
  }
  return undefined;
}

function endless(way: Way): Example {
  return { kind: "problem", problem: "the schema needs itself without end", at: way[0]?.at ?? [] };
}

function tooLarge(placed: ReadonlyArray<Placed>): Example {
  const problem = "the schema has more choices than can be gone through";
  return { kind: "problem", problem, at: placed[0]?.at ?? [], isMistake: true };
}

/** Where no value is right, what is hardest to meet is told. */
function unfit(placed: ReadonlyArray<Placed>): Example {
  for (const { schema, at } of placed) {
    const pattern = fieldOf(schema, "pattern");
    if (pattern === undefined) continue;
    return { kind: "problem", problem: `no text was found that matches ${pattern}`, at: [...at, "pattern"] };
  }
  return { kind: "problem", problem: "no value was found that fits the schema", at: placed[0]?.at ?? [] };
}
