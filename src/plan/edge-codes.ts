import type { Edge } from "../http/edge.ts";
import type { CodePattern, Expectation, Manifest } from "../manifest/model.ts";
import type { EndpointFacts } from "./facts.ts";
import { meets } from "./needs.ts";
import { fits, isRedirect, isSuccess, patternOf } from "./pattern.ts";
import { profileRanks } from "./rule-level.ts";

/** What decides which codes are right for an edge at an endpoint. */
export interface EdgeScope {
  readonly facts: EndpointFacts;
  readonly manifest: Manifest;
  /** The entries that the manifest leaves to recipes. */
  readonly entries: ReadonlyArray<Expectation>;
}

/** The entry that an edge proves: the first of its codes that the manifest leaves to recipes. */
export function declaredFor(edge: Edge, { facts, manifest, entries }: EdgeScope): Expectation | undefined {
  if (entries.length === 0) return undefined;
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

/** What is right besides the code that is declared. */
export function alsoRight(edge: Edge, declared: Expectation, { manifest, entries }: EdgeScope): ReadonlyArray<number> {
  const others = entries.filter((entry) => entry !== declared);
  const asked = chosenBy(edge, manifest) === undefined ? (edge.alsoIfDeclared ?? []) : [];
  const also = [...(edge.also ?? []), ...asked.filter((code) => others.some(({ codes }) => fits(codes, code)))];
  return also.filter((code) => !fits(declared.codes, code));
}

/** The family of right answers where no code of the edge is declared; absent: it is not implied there. */
export function impliedFamily({ implied, tier }: Edge, isAsked: boolean, scope: EdgeScope): string | undefined {
  const { facts, manifest } = scope;
  if (implied === undefined || facts.happy === undefined) return undefined;
  if (!isAsked && profileRanks[manifest.profile] < tier) return undefined;
  if (implied.methods && !implied.methods.includes(facts.endpoint.method)) return undefined;
  const isMet = (implied.needs ?? []).every((need) => meets(need, facts));
  return isMet ? implied.family : implied.otherwise;
}

/** The codes of a family, with what the policy has chosen and what the happy case gets. */
export function impliedCodes(edge: Edge, family: string, { facts: { happy }, manifest }: EdgeScope): CodePattern {
  if (happy === undefined) throw new Error("nothing is implied where only errors are declared");
  const chosen = edge.implied?.isWhateverPolicy ? undefined : chosenBy(edge, manifest);
  const answer = chosen === "2xx" ? "happy" : chosen;
  const right = answer === undefined ? family : (edge.implied?.chosen ?? "policy").replace("policy", answer);
  // What has moved has moved for every request, whatever is wrong with it.
  const moved = isRedirect(happy.codes) ? "|3xx" : "";
  const codes = `${right.replace("happy", happy.codes.text)}${moved}`.split("|");
  return patternOf([...new Set(codes)].join("|"));
}

/** A code, or `2xx`. */
function chosenBy({ policy }: Edge, manifest: Manifest): string | undefined {
  return policy && manifest.policy[policy];
}
