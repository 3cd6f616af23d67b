import { type Edge, noServerError } from "../http/edge.ts";
import type { EdgeId } from "../http/edges.ts";
import type { CodePattern, Expectation, Manifest } from "../manifest/model.ts";
import type { EdgeRequest } from "./changes/change.ts";
import { byWorth, type Candidate, edgeCandidates } from "./edge-candidates.ts";
import { alsoRight, type EdgeScope, impliedCodes } from "./edge-codes.ts";
import { edgeRequests } from "./edge-request.ts";
import type { EndpointFacts } from "./facts.ts";
import type { CaseRequest } from "./model.ts";

/** An edge that applies to an endpoint, with what is expected there and the requests that send it. */
export interface EdgeUse {
  readonly id: EdgeId;
  readonly edge: Edge;
  /** The entry that declares it; absent: the profile implies it. */
  readonly declared?: Expectation;
  readonly expected: CodePattern;
  readonly requests: ReadonlyArray<EdgeRequest>;
}

/** Where a candidate is looked at, and the request that it changes. */
interface UseScope extends EdgeScope {
  readonly happy: CaseRequest;
}

/** Cases that nobody declared: as many an endpoint as leaves it near ten cases in all, or near forty. */
const budget = { minimal: 0, standard: 8, thorough: 36 } as const;

/** Cases of one edge that nobody declared: the first fields tell what the others would. */
const mostOfAnEdge = 3;

/** The edges that apply to an endpoint, each with the first of its codes that the manifest leaves to recipes. */
export function edgeUses(facts: EndpointFacts, happy: CaseRequest, manifest: Manifest): ReadonlyArray<EdgeUse> {
  const scope: UseScope = { facts, manifest, entries: recipeEntries(facts), happy };
  const candidates = edgeCandidates(scope);
  const kept = withinBudget(candidates, scope);
  return candidates.flatMap(({ id }) => kept.get(id) ?? []);
}

/** With its requests; nothing where there are none: a body without fields has none that can be left out. */
function useOf(candidate: Candidate, scope: UseScope): EdgeUse | undefined {
  return declaredUse(candidate, scope) ?? impliedUse(candidate, scope);
}

function declaredUse(candidate: Candidate, scope: UseScope): EdgeUse | undefined {
  const { id, edge, declared } = candidate;
  if (declared === undefined) return undefined;
  const requests = enough(candidate, edgeRequests(edge.change, { edge: id, ...scope }));
  if (requests.length === 0) return undefined;
  return {
    id,
    edge: { ...edge, also: alsoRight(edge, declared, scope) },
    declared,
    expected: declared.codes,
    requests,
  };
}

/** Where a code is declared, and nothing is sure enough to be refused with it, it is still no server error. */
function impliedUse(candidate: Candidate, scope: UseScope): EdgeUse | undefined {
  const { id, edge, isAsked, declared, family } = candidate;
  if (family === undefined || (declared && (edge.change.kind !== "field" || family !== noServerError)))
    return undefined;
  const found = edgeRequests(edge.change, { edge: id, ...scope, ...(declared && { isOpen: true }) });
  const most = isAsked ? found.length : edge.implied?.once ? 1 : mostOfAnEdge;
  const requests = enough(candidate, found).slice(0, most);
  if (requests.length === 0) return undefined;
  return {
    id,
    edge: { ...edge, also: edge.implied?.also ?? [] },
    expected: impliedCodes(edge, family, scope),
    requests,
  };
}

/** One, where `standard` sends no more: of the fields that can be changed the plainest. */
function enough({ isRaised }: Candidate, requests: ReadonlyArray<EdgeRequest>): ReadonlyArray<EdgeRequest> {
  if (!isRaised) return requests;
  const one = requests.find(({ isPlain }) => isPlain) ?? requests[0];
  return one === undefined ? [] : [one];
}

/** What is declared, asked for or raised, then the best of what is implied until there is enough. */
function withinBudget(candidates: ReadonlyArray<Candidate>, scope: UseScope): ReadonlyMap<EdgeId, EdgeUse> {
  const firm = enoughForEach(candidates, scope);
  const kept = new Map<EdgeId, EdgeUse>();
  let left: number = budget[scope.manifest.profile];
  for (const { id, edge, isAsked, isRaised } of candidates) {
    const use = firm.get(id);
    if (use && (isAsked || isRaised || (use.declared && edge.tier === 1))) kept.set(id, use);
    if (use?.declared && !isRaised) left -= 1;
  }
  for (const candidate of candidates.filter(({ id, isRaised }) => !kept.has(id) && !isRaised).sort(byWorth)) {
    const isDeclared = candidate.declared !== undefined;
    if (left <= 0 && !isDeclared) continue;
    const use = isDeclared ? firm.get(candidate.id) : useOf(candidate, scope);
    if (use === undefined) continue;
    kept.set(use.id, use);
    left -= use.requests.length;
  }
  return kept;
}

/** What is declared, asked for or raised. A declared code is proven by edges of the first tier; where there is none, by the best of the second. */
function enoughForEach(candidates: ReadonlyArray<Candidate>, scope: UseScope): ReadonlyMap<EdgeId, EdgeUse> {
  const firm = new Map<EdgeId, EdgeUse>();
  const proven = new Set<Expectation>();
  const sure = candidates.filter(({ isAsked, isRaised, declared }) => isAsked || isRaised || declared);
  for (const candidate of [...sure].sort(byWorth)) {
    const { declared, edge, isAsked } = candidate;
    const isEnough = declared !== undefined && proven.has(declared);
    if (isEnough && !isAsked && edge.tier !== 1 && scope.manifest.profile !== "thorough") continue;
    const use = useOf(candidate, scope);
    if (use === undefined) continue;
    firm.set(use.id, use);
    if (use.declared) proven.add(use.declared);
  }
  return firm;
}

/** Entries that the manifest leaves to recipes: no `when`, no `burst`, and not what the happy case proves. */
export function recipeEntries(facts: EndpointFacts): ReadonlyArray<Expectation> {
  return facts.endpoint.expect.filter(
    (entry) => entry !== facts.happy && entry.when === undefined && entry.burst === undefined,
  );
}
