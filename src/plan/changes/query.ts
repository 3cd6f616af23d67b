import type { ChangeTable } from "./change.ts";

/** What can be different about a query, by the name in the edge table. */
export const queryChanges: ChangeTable = {};
