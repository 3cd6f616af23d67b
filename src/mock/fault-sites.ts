import type { Manifest } from "../manifest/model.ts";
import type { Api, Operation } from "./api.ts";
import { compileApi } from "./compile.ts";
import { type FaultId, faults } from "./faults.ts";
import { declares } from "./outcome.ts";
import { parsePathTemplate } from "./path-template.ts";
import { plainSeed } from "./seed.ts";

/** An endpoint or a step of a manifest that a fault can be put into. */
export interface FaultSite {
  /** `METHOD /path/{param}`, as the manifest writes it. */
  readonly endpoint: string;
  /** The same for all spellings of a parameter: `METHOD /path/{}`. */
  readonly key: string;
  /** What would make a suite look for the fault there; undefined: the manifest says it already. */
  readonly remedy?: string;
}

/** Where each fault can be put in an API; faults that it cannot have have no sites. */
export function faultSites(
  manifest: Manifest,
  variables: Readonly<Record<string, string>>,
): ReadonlyMap<FaultId, ReadonlyArray<FaultSite>> {
  const api = compileApi(manifest, variables, plainSeed);
  const operations = api.routes.flatMap((route) => [...route.operations.values()]);
  const own = operations.filter(({ expect, steps }) => expect.length + steps.length > 0);
  const ids = Object.keys(faults) as FaultId[];
  return new Map(ids.map((id) => [id, sitesOf(id, own, api)]));
}

/** The key of the site that `METHOD /path/{param}` names. */
export function siteKey(endpoint: string): string {
  const at = endpoint.indexOf(" ");
  return `${endpoint.slice(0, at)} ${parsePathTemplate(endpoint.slice(at + 1)).shape}`;
}

function sitesOf(id: FaultId, operations: ReadonlyArray<Operation>, api: Api): ReadonlyArray<FaultSite> {
  const { at, remedy } = faults[id];
  return operations
    .filter((operation) => at(operation, api))
    .map((operation) => {
      const endpoint = `${operation.method} ${operation.template.text}`;
      const site = { endpoint, key: operation.key };
      if ("write" in remedy) return { ...site, remedy: `write ${remedy.write} (${endpoint})` };
      return declares(operation, remedy.declare)
        ? site
        : { ...site, remedy: `declare ${remedy.declare} on ${endpoint}` };
    });
}
