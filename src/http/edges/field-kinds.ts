import type { Edge } from "../edge.ts";

type Kind = Pick<Edge, "codes" | "tier" | "inStandard" | "policy" | "alsoIfDeclared" | "implied">;

/** The schema forbids it, so it must be refused: with 400 or 422, as `policy: validation` or the declared codes say. */
export const forbidden = {
  codes: [422, 400],
  tier: 2,
  policy: "validation",
  alsoIfDeclared: [400],
  implied: { family: "400|422" },
} as const satisfies Kind;

/** A limit that stands in the schema: whoever wrote it down wants it kept. */
export const stated = { ...forbidden, inStandard: ["known-required"] } as const satisfies Kind;

/** A format is named, and need not be enforced: a declared code is owed, and else only that it is no server error. */
export const unenforced = {
  ...stated,
  implied: { family: "2xx|3xx|4xx", once: true, isWhateverPolicy: true },
} as const satisfies Kind;

/** Nobody knows what a server makes of it: all that is owed is that it is no server error. */
export const open = {
  codes: [],
  tier: 2,
  implied: { family: "2xx|3xx|4xx", once: true, isWhateverPolicy: true },
} as const satisfies Kind;

/** It is valid. What must not be there twice may be there already. */
export const allowed = {
  codes: [],
  tier: 2,
  implied: { family: "happy|409", isWhateverPolicy: true },
} as const satisfies Kind;
