import type { Edge } from "../http/edge.ts";
import { edges, remedies } from "../http/edges.ts";
import type { Expectation } from "../manifest/model.ts";
import { obstacleTo } from "./body-change.ts";
import { type CaseSpec, endpointSpec, reasonOf, reasonOfEdge, sentCase, unprovenCase } from "./case.ts";
import { applyChange, describeChange } from "./change.ts";
import type { EdgeRequest } from "./changes/change.ts";
import { parentOf } from "./changes/parent.ts";
import { type EdgeUse, edgeUses, recipeEntries } from "./edge-cases.ts";
import { edgeChecks } from "./edge-checks.ts";
import type { EndpointFacts, Scope } from "./facts.ts";
import { controlRequest, happyId, leftovers, producersOf, thingOf } from "./happy-cases.ts";
import type { Case, CaseRequest } from "./model.ts";
import { describePattern } from "./pattern.ts";
import { fillRow } from "./rows.ts";

/** When a case can be sent: right after the happy case, any time, or once the resource is gone. */
export type Phase = "fresh" | "any" | "after-delete";

export interface PhasedCase {
  readonly phase: Phase;
  readonly case: Case;
}

/** Every case of an endpoint but the happy ones, in the order of the manifest's codes. */
export function negativeCases(facts: EndpointFacts, scope: Scope): ReadonlyArray<PhasedCase> {
  const { endpoint } = facts;
  const request = controlRequest(facts, scope.manifest);
  const uses = edgeUses(facts, request, scope.manifest);
  const shared = { ...endpointSpec(endpoint, scope.manifest), needs: needsOf(facts, scope) };
  const context = { facts, scope, request, uses, shared, left: leftovers(facts) };
  const declared = endpoint.expect.flatMap((entry) => entryCases(entry, context));
  const implied = uses.filter((use) => use.declared === undefined).flatMap((use) => useCases(use, context));
  return [...declared, ...implied];
}

interface EntryContext {
  readonly facts: EndpointFacts;
  readonly scope: Scope;
  readonly request: CaseRequest;
  readonly uses: ReadonlyArray<EdgeUse>;
  /** What all of its cases have in common. */
  readonly shared: ReturnType<typeof endpointSpec> & Pick<CaseSpec, "needs">;
  readonly left: ReturnType<typeof leftovers>;
}

function entryCases(entry: Expectation, context: EntryContext): ReadonlyArray<PhasedCase> {
  const { facts, request, uses } = context;
  if (entry === facts.happy || entry.burst !== undefined) return [];
  if (entry.when !== undefined) return [{ phase: "any", case: whenCase(entry, entry.when, context) }];
  const own = uses.filter((use) => use.declared === entry);
  if (own.length > 0) return own.flatMap((use) => useCases(use, context));
  const spec = { ...declaredSpec(entry, context), about: entry.name ?? "", key: entry.name ?? "" };
  // Where only errors are declared, the endpoint as it is gives the first of them: `GET /old: 410`.
  if (facts.happy === undefined && recipeEntries(facts)[0] === entry) {
    return [{ phase: "any", case: sentCase({ ...spec, expectation: entry }, request) }];
  }
  return [{ phase: "any", case: unprovenCase(spec, remedyFor(entry)) }];
}

function whenCase(entry: Expectation, change: NonNullable<Expectation["when"]>, context: EntryContext): Case {
  const { facts, scope, request, left } = context;
  const about = entry.name ?? describeChange(change);
  const spec = { ...declaredSpec(entry, context), about, key: about, expectation: entry, rest: left };
  const obstacle = obstacleTo(request, change);
  if (obstacle !== undefined) return unprovenCase(spec, obstacle);
  const [row] = facts.endpoint.rows;
  const changed = applyChange(request, change, facts.endpoint, scope.manifest);
  return sentCase(spec, row === undefined ? changed : fillRow(changed, row));
}

function useCases(use: EdgeUse, context: EntryContext): ReadonlyArray<PhasedCase> {
  const phase = phaseOf(use.edge);
  return use.requests.map((sent) => ({ phase, case: edgeCase(use, sent, context) }));
}

function edgeCase(use: EdgeUse, sent: EdgeRequest, { facts, scope, shared, left }: EntryContext): Case {
  const { declared, edge, id } = use;
  const spec: CaseSpec = {
    ...shared,
    about: sent.about ?? fillTitle(edge.title, { facts, sent }),
    key: [id.replace(/^ec-/, ""), sent.field, sent.key].filter(Boolean).join(" "),
    expected: use.expected,
    ...(edge.also && { also: edge.also }),
    origin: declared ? "declared" : "implied",
    edge: id,
    ...reasonOfEdge(id),
    span: declared?.span ?? facts.endpoint.span,
    ...(declared && { expectation: declared }),
    extra: edgeChecks(use, { facts, sent, manifest: scope.manifest }),
    rest: {
      ...left,
      ...(sent.before && { before: sent.before }),
      ...(edge.mayReset && { mayReset: true }),
    },
  };
  return sentCase(spec, sent.request);
}

function declaredSpec(entry: Expectation, { shared }: EntryContext) {
  return {
    ...shared,
    expected: entry.codes,
    origin: "declared" as const,
    ...reasonOf(entry.codes),
    span: entry.span,
  };
}

/** The control, and whatever gives the path its ids. */
function needsOf(facts: EndpointFacts, scope: Scope): ReadonlyArray<string> {
  const control = happyId(facts);
  return [...producersOf(facts.endpoint, scope), ...(control === undefined ? [] : [control])];
}

/** A validator and a duplicate speak of what the happy case has just seen: an update would change it. */
function phaseOf({ change }: Edge): Phase {
  if (change.kind === "after-delete") return "after-delete";
  const isFresh = change.kind === "validator" || change.kind === "repeat";
  return isFresh || (change.kind === "header" && change.name === "Range") ? "fresh" : "any";
}

function fillTitle(
  title: string,
  { facts, sent }: { readonly facts: EndpointFacts; readonly sent: EdgeRequest },
): string {
  const words: Record<string, string> = {
    field: sent.field ?? "",
    method: sent.request.method,
    identity: facts.otherIdentity ?? "",
    param: facts.endpoint.params.at(-1)?.name ?? "",
    thing: thingOf(facts.endpoint),
    parent: parentOf(facts.endpoint)?.name ?? "",
  };
  return title.replace(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole);
}

function remedyFor({ codes }: Expectation): string {
  const [code] = codes.codes;
  const byHand = Object.values<Edge>(edges).find(
    (edge) => edge.byHand && code !== undefined && edge.codes.includes(code),
  );
  const known = code === undefined ? undefined : (remedies.get(code) ?? byHand?.byHand);
  return known ?? `nothing here is known to provoke ${describePattern(codes)}: add \`when\``;
}
