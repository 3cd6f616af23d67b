import type { Edge } from "../http/edge.ts";
import { type EdgeId, edges } from "../http/edges.ts";
import type { Expectation } from "../manifest/model.ts";
import { declaredFor, type EdgeScope, impliedFamily } from "./edge-codes.ts";
import { meets } from "./needs.ts";

/** An edge that applies to an endpoint, before its requests are made: most of those that are implied are never sent. */
export interface Candidate {
  readonly id: EdgeId;
  /** With the tier that it has at this endpoint. */
  readonly edge: Edge;
  /** `edges:` asks for it. */
  readonly isAsked: boolean;
  /** `standard` sends one case of it, which the budget does not know of. */
  readonly isRaised: boolean;
  /** The entry that declares it. */
  readonly declared?: Expectation;
  /** The family of codes that is implied. */
  readonly family?: string;
}

const table = Object.entries(edges) as ReadonlyArray<[EdgeId, Edge]>;

/** The edges that the manifest declares, asks for, or leaves to the profile. */
export function edgeCandidates(scope: EdgeScope): ReadonlyArray<Candidate> {
  const { facts, manifest } = scope;
  const { endpoint } = facts;
  const found: Candidate[] = [];
  for (const [id, entry] of table) {
    if (entry.methods && !entry.methods.includes(endpoint.method)) continue;
    if (!entry.needs.every((need) => meets(need, facts))) continue;
    // The endpoint's own word comes before the suite's.
    const asked = endpoint.edges[id] ?? manifest.edges[id];
    if (asked === "off") continue;
    const isAsked = asked === "on";
    const isFirst = manifest.profile !== "minimal" && entry.inStandard?.every((need) => meets(need, facts)) === true;
    const edge: Edge = isFirst ? { ...entry, tier: 1 } : entry;
    const declared = declaredFor(edge, scope);
    const family = impliedFamily(edge, isAsked, scope);
    if (declared === undefined && family === undefined) continue;
    const isRaised = isFirst && !isAsked && manifest.profile === "standard";
    found.push({ id, edge, isAsked, isRaised, ...(declared && { declared }), ...(family !== undefined && { family }) });
  }
  return found;
}

/** The better one first. */
export function byWorth(a: Candidate, b: Candidate): number {
  return a.edge.tier - b.edge.tier || (a.edge.rank ?? 50) - (b.edge.rank ?? 50);
}
