import fc from "fast-check";
import type { Case, Group, Plan } from "../../src/plan/model.ts";

const request: NonNullable<Case["request"]> = {
  method: "GET",
  path: "/",
  query: [],
  headers: [],
  auth: null,
  hasCookieJar: false,
  omittedHeaders: [],
};

/** A case of a plan, with nothing in it but what is said. */
export function planCase(id: string, changes: Partial<Case> = {}): Case {
  return {
    id,
    title: id,
    endpoint: "GET /a",
    method: "GET",
    path: "/a",
    tags: [],
    expected: { text: "200", codes: [200], classes: [] },
    also: [],
    origin: "declared",
    why: "",
    source: "",
    span: { file: "api.yaml", start: 0, end: 0 },
    needs: [],
    request,
    checks: [],
    ...changes,
  };
}

/** A plan of these groups. */
export function planOf(groups: ReadonlyArray<Group>): Plan {
  return { suite: "Random", groups, every: [], suiteLevels: {} };
}

interface Draft {
  readonly endpoint: string;
  readonly isSent: boolean;
  readonly needs: ReadonlyArray<number>;
  readonly spoiledBy: ReadonlyArray<number>;
}

// Few cases need one of another group, or all groups would hang together; the id of no case is among them.
const far = fc.oneof(
  { weight: 9, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.array(fc.nat(60), { maxLength: 2 }) },
);

const draft: fc.Arbitrary<Draft> = fc.record({
  endpoint: fc.constantFrom("GET /a", "GET /b", "POST /c", "GET /d"),
  isSent: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  needs: far,
  spoiledBy: far,
});

const groupDraft = fc.tuple(
  fc.constantFrom<Group["kind"][]>("resource", "resource", "flow", "burst"),
  fc.array(draft, { maxLength: 7 }),
);

/** Any plan, with any needs among its cases, circles and absent ones too, and any number of groups of bursts. */
export const anyPlan: fc.Arbitrary<Plan> = fc.array(groupDraft, { maxLength: 9 }).map((drafts) => {
  let count = 0;
  const groups = drafts.map(([kind, cases], at) => ({
    name: `group ${at}`,
    kind,
    cases: cases.map((one) => caseOf(one, count++)),
  }));
  return planOf(groups);
});

function caseOf({ endpoint, isSent, needs, spoiledBy }: Draft, at: number): Case {
  const one = planCase(`case ${at}`, {
    endpoint,
    needs: needs.map((id) => `case ${id}`),
    ...(spoiledBy.length > 0 && { spoiledBy: spoiledBy.map((id) => `case ${id}`) }),
  });
  if (isSent) return one;
  const { request: _, ...rest } = one;
  return { ...rest, unproven: "nothing provokes it" };
}
