import type { Edge } from "../http/edge.ts";
import { type EdgeId, edges } from "../http/edges.ts";
import type { CodePattern, Expectation, Manifest } from "../manifest/model.ts";
import type { EdgeRequest } from "./changes/change.ts";
import { edgeRequests } from "./edge-request.ts";
import type { EndpointFacts } from "./facts.ts";
import type { CaseRequest } from "./model.ts";
import { meets } from "./needs.ts";
import { fits, isRedirect, isSuccess, patternOf } from "./pattern.ts";
import { profileRanks } from "./rule-level.ts";

/** An edge that applies to an endpoint, with what is expected there and the requests that send it. */
export interface EdgeUse {
  readonly id: EdgeId;
  readonly edge: Edge;
  /** The entry that declares it; absent: the profile implies it. */
  readonly declared?: Expectation;
  readonly expected: CodePattern;
  readonly requests: ReadonlyArray<EdgeRequest>;
}

/** Cases that nobody declared: as many an endpoint as leaves it near ten cases in all, or near forty. */
const budget = { minimal: 0, standard: 8, thorough: 36 } as const;

/** Cases of one edge that nobody declared: the first fields tell what the others would. */
const mostOfAnEdge = 3;

/** The edges that apply to an endpoint, each with the first of its codes that the manifest leaves to recipes. */
export function edgeUses(facts: EndpointFacts, happy: CaseRequest, manifest: Manifest): ReadonlyArray<EdgeUse> {
  const uses: EdgeUse[] = [];
  for (const [id, edge] of Object.entries(edges) as [EdgeId, Edge][]) {
    if (switchOf(id, facts, manifest) === "off") continue;
    if (edge.methods && !edge.methods.includes(facts.endpoint.method)) continue;
    if (!edge.needs.every((need) => meets(need, facts))) continue;
    const declared = declaredFor(edge, facts, manifest);
    const expected = declared?.codes ?? impliedFor(id, { edge, facts, manifest });
    if (expected === undefined) continue;
    const requests = edgeRequests(edge.change, { edge: id, happy, facts, manifest });
    // A body without fields has none that can be left out.
    if (requests.length === 0) continue;
    const most = declared || isAsked(id, facts, manifest) ? requests.length : edge.implied?.once ? 1 : mostOfAnEdge;
    uses.push({
      id,
      edge: { ...edge, also: alsoRight(edge, declared, { facts, manifest }) },
      expected,
      requests: requests.slice(0, most),
      ...(declared && { declared }),
    });
  }
  return withinBudget(enoughForEach(uses, facts, manifest), facts, manifest);
}

/** A declared code is proven by edges of the first tier; where there is none, by the best of the second. */
function enoughForEach(uses: ReadonlyArray<EdgeUse>, facts: EndpointFacts, manifest: Manifest): ReadonlyArray<EdgeUse> {
  const enough = new Map<Expectation, EdgeUse>();
  for (const use of [...uses].sort(byWorth)) {
    if (use.declared && !enough.has(use.declared)) enough.set(use.declared, use);
  }
  return uses.filter(
    (use) =>
      use.declared === undefined ||
      use.edge.tier === 1 ||
      enough.get(use.declared) === use ||
      manifest.profile === "thorough" ||
      isAsked(use.id, facts, manifest),
  );
}

function withinBudget(uses: ReadonlyArray<EdgeUse>, facts: EndpointFacts, manifest: Manifest): ReadonlyArray<EdgeUse> {
  const isOwed = ({ id, declared, edge }: EdgeUse) =>
    (declared !== undefined && edge.tier === 1) || isAsked(id, facts, manifest);
  let left = budget[manifest.profile] - uses.filter((use) => use.declared).length;
  const kept = new Set(uses.filter(isOwed));
  for (const use of uses.filter((one) => !kept.has(one)).sort(byWorth)) {
    if (left <= 0 && use.declared === undefined) continue;
    kept.add(use);
    left -= use.requests.length;
  }
  return uses.filter((use) => kept.has(use));
}

function byWorth(a: EdgeUse, b: EdgeUse): number {
  return a.edge.tier - b.edge.tier || (a.edge.rank ?? 50) - (b.edge.rank ?? 50);
}

/** What `edges:` says of it, the endpoint's before the suite's. */
function switchOf(id: EdgeId, { endpoint }: EndpointFacts, manifest: Manifest): "on" | "off" | undefined {
  return endpoint.edges[id] ?? manifest.edges[id];
}

function isAsked(id: EdgeId, facts: EndpointFacts, manifest: Manifest): boolean {
  return switchOf(id, facts, manifest) === "on";
}

/** Entries that the manifest leaves to recipes: no `when`, no `burst`, and not what the happy case proves. */
export function recipeEntries(facts: EndpointFacts): ReadonlyArray<Expectation> {
  return facts.endpoint.expect.filter(
    (entry) => entry !== facts.happy && entry.when === undefined && entry.burst === undefined,
  );
}

function declaredFor(edge: Edge, facts: EndpointFacts, manifest: Manifest): Expectation | undefined {
  const entries = recipeEntries(facts);
  const chosen = chosenBy(edge, manifest);
  // `deleteMissing: 204` where 204 is what every DELETE gives: the 404 that is declared has another reason.
  if (chosen === "2xx" || (chosen && facts.happy && fits(facts.happy.codes, Number(chosen)))) return undefined;
  for (const code of chosen === undefined ? edge.codes : [Number(chosen), ...edge.codes]) {
    const exact = entries.find(({ codes }) => codes.codes.includes(code));
    const entry = exact ?? entries.find(({ codes }) => fits(codes, code) && !isSuccess(codes));
    if (entry !== undefined) return entry;
  }
  return undefined;
}

/** What is right besides the expected code, at this endpoint. */
function alsoRight(
  edge: Edge,
  declared: Expectation | undefined,
  { facts, manifest }: { readonly facts: EndpointFacts; readonly manifest: Manifest },
): ReadonlyArray<number> {
  const others = recipeEntries(facts).filter((entry) => entry !== declared);
  const asked = chosenBy(edge, manifest) === undefined ? (edge.alsoIfDeclared ?? []) : [];
  const also = [...(edge.also ?? []), ...asked.filter((code) => others.some(({ codes }) => fits(codes, code)))];
  return also.filter((code) => declared === undefined || !fits(declared.codes, code));
}

/** A code, or `2xx`. */
function chosenBy({ policy }: Edge, manifest: Manifest): string | undefined {
  return policy && manifest.policy[policy];
}

function impliedFor(
  id: EdgeId,
  { edge, facts, manifest }: { readonly edge: Edge; readonly facts: EndpointFacts; readonly manifest: Manifest },
): CodePattern | undefined {
  const { implied, tier } = edge;
  if (implied === undefined || facts.happy === undefined) return undefined;
  if (!isAsked(id, facts, manifest) && profileRanks[manifest.profile] < tier) return undefined;
  if (implied.methods && !implied.methods.includes(facts.endpoint.method)) return undefined;
  const isMet = (implied.needs ?? []).every((need) => meets(need, facts));
  const family = isMet ? implied.family : implied.otherwise;
  if (family === undefined) return undefined;
  const chosen = implied.isWhateverPolicy ? undefined : chosenBy(edge, manifest);
  const answer = chosen === "2xx" ? "happy" : chosen;
  const right = answer === undefined ? family : (implied.chosen ?? "policy").replace("policy", answer);
  // What has moved has moved for every request, whatever is wrong with it.
  const moved = isRedirect(facts.happy.codes) ? "|3xx" : "";
  const codes = `${right.replace("happy", facts.happy.codes.text)}${moved}`.split("|");
  return patternOf([...new Set(codes)].join("|"));
}
