import { followRelations } from "./relations/follows.ts";
import { readRelations } from "./relations/reads.ts";
import { writeRelations } from "./relations/writes.ts";

/** What a response must be because of an earlier one. */
export const relationRules = { ...writeRelations, ...readRelations, ...followRelations } as const;
