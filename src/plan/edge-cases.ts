import type { Edge } from "../http/edge.ts";
import { type EdgeId, edges } from "../http/edges.ts";
import type { CodePattern, Expectation, Manifest } from "../manifest/model.ts";
import type { EdgeRequest } from "./changes/change.ts";
import { alsoRight, declaredFor, type EdgeScope, impliedCodes, impliedFamily } from "./edge-codes.ts";
import { edgeRequests } from "./edge-request.ts";
import type { EndpointFacts } from "./facts.ts";
import type { CaseRequest } from "./model.ts";
import { meets } from "./needs.ts";

/** An edge that applies to an endpoint, with what is expected there and the requests that send it. */
export interface EdgeUse {
  readonly id: EdgeId;
  readonly edge: Edge;
  /** The entry that declares it; absent: the profile implies it. */
  readonly declared?: Expectation;
  readonly expected: CodePattern;
  readonly requests: ReadonlyArray<EdgeRequest>;
}

/** An edge that applies to an endpoint, before its requests are made: most of those that are implied are never sent. */
interface Candidate {
  readonly id: EdgeId;
  readonly edge: Edge;
  /** `edges:` asks for it. */
  readonly isAsked: boolean;
  /** The entry that declares it, or the family of codes that is implied. */
  readonly right: { readonly declared: Expectation } | { readonly declared?: never; readonly family: string };
}

/** Where a candidate is looked at, and the request that it changes. */
interface UseScope extends EdgeScope {
  readonly happy: CaseRequest;
}

/** Cases that nobody declared: as many an endpoint as leaves it near ten cases in all, or near forty. */
const budget = { minimal: 0, standard: 8, thorough: 36 } as const;

/** Cases of one edge that nobody declared: the first fields tell what the others would. */
const mostOfAnEdge = 3;

const table = Object.entries(edges) as ReadonlyArray<[EdgeId, Edge]>;

/** The edges that apply to an endpoint, each with the first of its codes that the manifest leaves to recipes. */
export function edgeUses(facts: EndpointFacts, happy: CaseRequest, manifest: Manifest): ReadonlyArray<EdgeUse> {
  const scope: UseScope = { facts, manifest, entries: recipeEntries(facts), happy };
  const candidates = candidatesOf(scope);
  const kept = withinBudget(candidates, scope);
  return candidates.flatMap(({ id }) => kept.get(id) ?? []);
}

/** The edges that the manifest declares, asks for, or leaves to the profile. */
function candidatesOf(scope: EdgeScope): ReadonlyArray<Candidate> {
  const { facts, manifest } = scope;
  const { endpoint } = facts;
  const found: Candidate[] = [];
  for (const [id, edge] of table) {
    if (edge.methods && !edge.methods.includes(endpoint.method)) continue;
    if (!edge.needs.every((need) => meets(need, facts))) continue;
    // The endpoint's own word comes before the suite's.
    const asked = endpoint.edges[id] ?? manifest.edges[id];
    if (asked === "off") continue;
    const isAsked = asked === "on";
    const declared = declaredFor(edge, scope);
    const family = declared ? undefined : impliedFamily(edge, isAsked, scope);
    if (declared) found.push({ id, edge, isAsked, right: { declared } });
    else if (family !== undefined) found.push({ id, edge, isAsked, right: { family } });
  }
  return found;
}

/** With its requests; nothing where there are none: a body without fields has none that can be left out. */
function useOf({ id, edge, isAsked, right }: Candidate, scope: UseScope): EdgeUse | undefined {
  const { happy, facts, manifest } = scope;
  const requests = edgeRequests(edge.change, { edge: id, happy, facts, manifest });
  if (requests.length === 0) return undefined;
  if (right.declared) {
    const also = alsoRight(edge, right.declared, scope);
    return { id, edge: { ...edge, also }, declared: right.declared, expected: right.declared.codes, requests };
  }
  const most = isAsked ? requests.length : edge.implied?.once ? 1 : mostOfAnEdge;
  return { id, edge, expected: impliedCodes(edge, right.family, scope), requests: requests.slice(0, most) };
}

/** What is declared or asked for, then the best of what is implied until there is enough. */
function withinBudget(candidates: ReadonlyArray<Candidate>, scope: UseScope): ReadonlyMap<EdgeId, EdgeUse> {
  const firm = enoughForEach(candidates, scope);
  const kept = new Map<EdgeId, EdgeUse>();
  for (const { id, edge, isAsked, right } of candidates) {
    const use = firm.get(id);
    if (use && (isAsked || (right.declared && edge.tier === 1))) kept.set(id, use);
  }
  let left = budget[scope.manifest.profile] - [...firm.values()].filter(({ declared }) => declared).length;
  for (const candidate of candidates.filter(({ id }) => !kept.has(id)).sort(byWorth)) {
    const isDeclared = candidate.right.declared !== undefined;
    if (left <= 0 && !isDeclared) continue;
    const use = isDeclared ? firm.get(candidate.id) : useOf(candidate, scope);
    if (use === undefined) continue;
    kept.set(use.id, use);
    left -= use.requests.length;
  }
  return kept;
}

/** What is declared or asked for. A declared code is proven by edges of the first tier; where there is none, by the best of the second. */
function enoughForEach(candidates: ReadonlyArray<Candidate>, scope: UseScope): ReadonlyMap<EdgeId, EdgeUse> {
  const firm = new Map<EdgeId, EdgeUse>();
  const proven = new Set<Expectation>();
  for (const candidate of candidates.filter(({ isAsked, right }) => isAsked || right.declared).sort(byWorth)) {
    const { edge, isAsked, right } = candidate;
    const isEnough = right.declared !== undefined && proven.has(right.declared);
    if (isEnough && !isAsked && edge.tier !== 1 && scope.manifest.profile !== "thorough") continue;
    const use = useOf(candidate, scope);
    if (use === undefined) continue;
    firm.set(use.id, use);
    if (use.declared) proven.add(use.declared);
  }
  return firm;
}

function byWorth(a: Candidate, b: Candidate): number {
  return a.edge.tier - b.edge.tier || (a.edge.rank ?? 50) - (b.edge.rank ?? 50);
}

/** Entries that the manifest leaves to recipes: no `when`, no `burst`, and not what the happy case proves. */
export function recipeEntries(facts: EndpointFacts): ReadonlyArray<Expectation> {
  return facts.endpoint.expect.filter(
    (entry) => entry !== facts.happy && entry.when === undefined && entry.burst === undefined,
  );
}
