import type { Span } from "../diagnostic/diagnostic.ts";
import type { Edge } from "../http/edge.ts";
import { type EdgeId, edges } from "../http/edges.ts";
import { statuses } from "../http/statuses.ts";
import type { CodePattern, Endpoint, Expectation, Manifest, RequestShape, RuleLevels } from "../manifest/model.ts";
import type { RuleCheck } from "./check-choice.ts";
import { selectChecks } from "./checks.ts";
import { ownLevels } from "./every-response.ts";
import type { Case, CaseId, CaseRequest } from "./model.ts";
import { describePattern, shortPattern } from "./pattern.ts";

/** What tells one case of an endpoint or step from the others. */
export interface CaseSpec {
  readonly manifest: Manifest;
  readonly shape: RequestShape;
  readonly tags?: ReadonlyArray<string>;
  readonly rules?: RuleLevels;
  /** Comes after `->` and the codes in the title. */
  readonly about: string;
  /** Comes after `>` and the codes in the id. */
  readonly key: string;
  /** `1 POST /carts`: a step's number stands before its request. */
  readonly step?: string;
  /** The flow that the step is of. */
  readonly flow?: string;
  readonly expected: CodePattern;
  readonly also?: ReadonlyArray<number>;
  readonly origin: Case["origin"];
  readonly isControl?: boolean;
  readonly edge?: EdgeId;
  readonly why: string;
  readonly source: string;
  readonly span: Span;
  readonly needs: ReadonlyArray<CaseId>;
  readonly expectation?: Expectation;
  readonly extra?: ReadonlyArray<RuleCheck>;
  readonly rest?: Pick<Case, "before" | "leftovers" | "sent" | "notes" | "mayReset">;
}

/** A case that is sent. */
export function sentCase(spec: CaseSpec, request: CaseRequest): Case {
  const { manifest, shape, expected, expectation } = spec;
  const also = spec.also ?? [];
  const authKind = shape.identity && manifest.identities.find(({ name }) => name === shape.identity)?.auth.kind;
  const checks = selectChecks({
    manifest: judgedBy(manifest, spec.edge),
    rules: spec.rules ?? {},
    method: request.method,
    ...(authKind && { authKind }),
    expected,
    also,
    ...(expectation && { response: expectation.response }),
    ...(spec.extra && { extra: spec.extra }),
  });
  const tests = expectation?.response.tests;
  const levels = ownLevels({ ...openLevels(spec, request), ...spec.rules }, manifest);
  return {
    ...caseHead(spec),
    also,
    request,
    checks,
    ...(levels && { levels }),
    ...(tests !== undefined && { tests }),
    ...spec.rest,
  };
}

/** Who needs no credentials, and sends some all the same, gets what everybody gets: caches may keep it (RFC 9111, 3.5). */
function openLevels({ manifest, shape }: CaseSpec, { headers }: CaseRequest): RuleLevels {
  const isPublic = shape.identity === undefined && manifest.identities.length > 0;
  if (!isPublic || !headers.some(([name]) => /^(authorization|cookie)$/i.test(name))) return {};
  return { "cache-control-private-when-auth": "off", "sec-cache-no-store-authenticated": "off" };
}

/** What the manifest says of every response, a server that refuses a request before the API sees it has never heard. */
function judgedBy(manifest: Manifest, edge: EdgeId | undefined): Manifest {
  const known: Edge | undefined = edge && edges[edge];
  return known?.isBeforeApi ? { ...manifest, defaults: { headers: [] } } : manifest;
}

/** A declared code that nothing can provoke, with what the user can do about it. */
export function unprovenCase(spec: CaseSpec, remedy: string): Case {
  return { ...caseHead(spec), also: [], unproven: remedy, checks: [] };
}

function caseHead(spec: CaseSpec): Omit<Case, "also" | "checks"> {
  const { shape, expected, about, key } = spec;
  return {
    id: `${spec.flow === undefined ? "" : `${spec.flow} > `}${spec.step ?? shape.id} > ${[expected.text, key].filter((part) => part !== "").join(" ")}`,
    title: [spec.step ?? shape.id, "->", shortPattern(expected), about].filter((part) => part !== "").join(" "),
    endpoint: shape.id,
    method: shape.method,
    path: shape.path,
    tags: spec.tags ?? [],
    expected,
    origin: spec.origin,
    ...(spec.isControl && { isControl: true }),
    ...(spec.edge && { edge: spec.edge }),
    why: spec.why,
    source: spec.source,
    span: spec.span,
    needs: spec.needs,
  };
}

/** Why a code is right where the manifest gives no other reason: what it means, and the RFC that says so. */
export function reasonOf(expected: CodePattern): { readonly why: string; readonly source: string } {
  const [code] = expected.codes;
  const status = code === undefined ? undefined : statuses.get(code);
  if (status === undefined) return { why: `the manifest expects ${describePattern(expected)}`, source: "the manifest" };
  return { why: status.meaning, source: status.source };
}

/** Why an edge provokes its code. */
export function reasonOfEdge(id: EdgeId): { readonly why: string; readonly source: string } {
  const edge: Edge = edges[id];
  return { why: edge.why, source: edge.source };
}

/** The parts of a spec that every case of an endpoint shares. */
export function endpointSpec(endpoint: Endpoint, manifest: Manifest) {
  return { manifest, shape: endpoint, tags: endpoint.tags, rules: endpoint.rules };
}
