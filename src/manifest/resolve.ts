import { posix } from "node:path";
import type { Report } from "../diagnostic/diagnostic.ts";
import type { Files } from "./files.ts";
import type { Endpoint, Flow, Manifest } from "./model.ts";
import { resolveAlerts } from "./resolve/alerts.ts";
import { checkParams } from "./resolve/change.ts";
import { resolveDefaults } from "./resolve/defaults.ts";
import { resolveEndpoint } from "./resolve/endpoint.ts";
import { checkCaptures, checkChains, indexEndpoints } from "./resolve/endpoint-index.ts";
import { paramsOf } from "./resolve/endpoint-key.ts";
import { resolveEnvironments } from "./resolve/environments.ts";
import { resolveFlow } from "./resolve/flow.ts";
import { resolveHeaders } from "./resolve/headers.ts";
import { resolveIdentities } from "./resolve/identities.ts";
import { resolveLevels } from "./resolve/levels.ts";
import { resolvePolicy } from "./resolve/policy.ts";
import type { Scope, VariableUse } from "./resolve/scope.ts";
import { resolveSwitches } from "./resolve/switches.ts";
import { resolveVariables } from "./resolve/variables.ts";
import type { Sifted } from "./sift.ts";
import { partOf, type SourceNode } from "./source-node.ts";

/** What the manifest is resolved from. */
export interface Draft extends Sifted {
  /** The tree before anything was left out: it still names what is wrong. */
  readonly whole: SourceNode;
  readonly files: Files;
  /** The process environment, where it is known. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Writes out all short forms and checks that all that is named exists. After an error the result has gaps. */
export function resolveManifest(draft: Draft, report: Report): Manifest {
  const { input, node, files, env } = draft;
  const { children } = node;
  const uses: VariableUse[] = [];
  const scope = openScope(draft, uses, report);
  const places = resolveEnvironments(node, scope);
  const requests = resolveRequests(draft, scope);
  const secrets = children.get("secrets");
  const manifest = {
    name: input.name ?? posix.basename(node.span.file).replace(/(.)\.[^.]*$/, "$1"),
    ...(input.description !== undefined && { description: input.description }),
    ...places,
    identities: resolveIdentities(children.get("auth"), scope),
    headers: resolveHeaders(children.get("headers"), scope),
    defaults: resolveDefaults(children.get("defaults"), scope),
    profile: input.profile ?? "standard",
    strict: input.strict ?? false,
    policy: resolvePolicy(children.get("policy"), report),
    ...resolveLevels(input.rules, children.get("rules"), report),
    edges: resolveSwitches(input.edges, children.get("edges"), report),
    alerts: resolveAlerts(children.get("alerts"), report),
    ...requests,
  };
  reportIdle(draft, report);
  const supply = {
    environments: places.environments,
    sources: files.sources,
    ...(secrets && { secrets }),
    ...(env && { env }),
  };
  const variables = resolveVariables(uses, supply, report);
  const listed = [...(secrets?.children.values() ?? [])].map(({ value }) => String(value));
  const used = variables.filter(({ isSecret }) => isSecret).map(({ name }) => name);
  return { ...manifest, variables, secrets: [...new Set([...listed, ...used])], sources: files.sources };
}

function openScope({ whole, files }: Draft, uses: VariableUse[], report: Report): Scope {
  return {
    report,
    files,
    identities: [...(whole.children.get("auth")?.children.keys() ?? [])],
    endpoints: indexEndpoints(whole.children.get("endpoints"), report),
    use: (use) => uses.push(use),
    locals: new Set(),
    isAuth: false,
  };
}

interface Requests {
  readonly endpoints: ReadonlyArray<Endpoint>;
  readonly flows: ReadonlyArray<Flow>;
}

function resolveRequests({ input, node }: Draft, scope: Scope): Requests {
  const path = node.children.get("path");
  const suite = path ? { suitePath: path } : {};
  const endpoints: Endpoint[] = [];
  const bases = new Map<string, Endpoint>();
  for (const key of scope.endpoints.keys) {
    const endpointInput = input.endpoints?.[key.text];
    if (endpointInput === undefined) continue;
    const place = { key, node: partOf(node, "endpoints", key.text), ...suite };
    const endpoint = resolveEndpoint(endpointInput, place, scope);
    endpoints.push(endpoint);
    bases.set(key.signature, endpoint);
  }
  checkChains(endpoints, scope.report);
  const flowNodes = [...(node.children.get("flows")?.children ?? [])];
  const flows = flowNodes.map(([name, flowNode]) =>
    resolveFlow(name, { input: input.flows?.[name] ?? [], node: flowNode, bases, ...suite }, scope),
  );
  const steps = flows.flatMap((flow) => flow.steps);
  // What was left out may be what takes the others.
  const isWhole = endpoints.length === scope.endpoints.keys.length;
  if (isWhole) checkCaptures([...endpoints, ...steps], scope.endpoints, scope.report);
  checkParams(
    path,
    [...scope.endpoints.keys, ...steps].flatMap(({ path: template }) => paramsOf(template)),
    scope,
  );
  return { endpoints, flows };
}

/** A manifest that asks for nothing is a mistake. */
function reportIdle({ node, whole }: Draft, report: Report): void {
  const { children, span } = whole;
  if (node.isBroken || hasEntries(children.get("endpoints")) || hasEntries(children.get("flows"))) return;
  report({ code: "nothing-to-test", args: {}, span: { ...span, end: span.start } });
}

/** What is not a map counts as well: it is reported as such. */
function hasEntries(node: SourceNode | undefined): boolean {
  return node !== undefined && (node.children.size > 0 || node.raw !== undefined);
}
