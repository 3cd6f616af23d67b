import type { Case, CaseRequest, Group, Plan } from "../../plan/model.ts";
import { createUnique } from "../../result/unique.ts";
import type { ForeignCollection, ForeignRequest } from "./model.ts";
import { nameOf } from "./names.ts";
import { requestLine } from "./request-line.ts";
import { scriptsOf } from "./scripts.ts";

/** How a collection is run. */
export interface ForeignPlanOptions {
  /** Those that are asked for. */
  readonly requests: ReadonlyArray<ForeignRequest>;
  readonly iterations: number;
  /** The folders at the top run at the same time, each by itself. */
  readonly isParallel: boolean;
}

/** What a case executes. */
export interface ForeignExecution {
  readonly request: ForeignRequest;
  /** Counted from 0. */
  readonly iteration: number;
}

/** A collection as a plan. */
export interface ForeignPlan {
  readonly plan: Plan;
  readonly executions: ReadonlyMap<Case["id"], ForeignExecution>;
}

/** A case for each request and iteration. All of it is one group, whose requests may depend on each other; or each folder is one. */
export function foreignPlan(collection: ForeignCollection, options: ForeignPlanOptions): ForeignPlan {
  const { requests, iterations, isParallel } = options;
  const parts = isParallel ? foldersOf(collection, requests) : new Map([[collection.name, requests]]);
  const unique = createUnique();
  // The names of the file come first, whatever else is named after them.
  for (const { id } of collection.requests) unique(id);
  const executions = new Map<Case["id"], ForeignExecution>();
  const groups = [...parts].map(([name, members]): Group => {
    const cases = members.map((request) => ({ request, one: caseOf(request, collection.source.file) }));
    const all = Array.from({ length: iterations }, (_, iteration) =>
      cases.map(({ request, one }) => {
        const id = iteration === 0 ? one.id : unique(`${one.id} [iteration ${iteration + 1}]`);
        executions.set(id, { request, iteration });
        return { ...one, id, title: id };
      }),
    );
    return { name, kind: "flow", isApart: true, cases: all.flat() };
  });
  return { plan: { suite: collection.name, groups, every: [], suiteLevels: {} }, executions };
}

/** The requests by the folders at the top, in their order; those that are in none are together. */
function foldersOf(
  { name }: ForeignCollection,
  requests: ReadonlyArray<ForeignRequest>,
): ReadonlyMap<string, ReadonlyArray<ForeignRequest>> {
  const folders = new Map<number, ForeignRequest[]>();
  for (const request of requests) {
    const index = request.position.length === 1 ? -1 : (request.position[0] ?? -1);
    const members = folders.get(index);
    if (members) members.push(request);
    else folders.set(index, [request]);
  }
  const unique = createUnique();
  return new Map(
    [...folders].map(([index, members]) => {
      const folder = index === -1 ? undefined : members[0]?.chain[1];
      return [unique(folder === undefined ? name : (nameOf(folder) ?? "folder without a name")), members];
    }),
  );
}

/** What makes a case one that is sent; what is sent stands in the collection. */
const asItStands: Omit<CaseRequest, "method" | "path"> = {
  query: [],
  headers: [],
  auth: null,
  hasCookieJar: true,
  omittedHeaders: [],
};

function caseOf({ id, item, chain, span }: ForeignRequest, file: string): Case {
  const { method, path, endpoint } = requestLine(item.request);
  const scripts = chain.findLast((one) => scriptsOf(one) !== "");
  return {
    id,
    title: id,
    endpoint,
    method,
    path,
    tags: [],
    expected: { text: "", codes: [], classes: [] },
    also: [],
    origin: "declared",
    why: "the collection's own tests say what is right",
    source: file,
    span,
    needs: [],
    request: { ...asItStands, method, path },
    unproven: "no pm.test ran: nothing was asserted about the response",
    passedBy: "the collection's scripts went past it",
    checks: [],
    ...(scripts && { tests: scriptsOf(scripts) }),
  };
}
