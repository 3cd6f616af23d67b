import type { ChangeTable } from "./change.ts";

/** What can be different about a path, by the name in the edge table. */
export const pathChanges: ChangeTable = {};
