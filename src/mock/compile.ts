import type { Manifest } from "../manifest/model.ts";
import type { Api, Operation, Route, Use } from "./api.ts";
import { compileOperation } from "./compile-operation.ts";
import { allowedOriginOf } from "./cors.ts";
import { findHomes } from "./homes.ts";
import { impliedOperations } from "./implied.ts";
import { joinResponses } from "./outcome.ts";
import { showExamples } from "./show-examples.ts";
import { listUses } from "./uses.ts";
import { substitute } from "./variables.ts";

/** Makes an API of a manifest; what its answers show is invented from the seed. */
export function compileApi(manifest: Manifest, variables: Readonly<Record<string, string>>, seed: number): Api {
  const resolved = showExamples(substitute({ ...manifest, sources: [] }, variables), seed);
  const uses = listUses(resolved);
  const homes = findHomes(uses);
  const operations = [...groupByKey(uses).values()].map((group) => compileOperation(group, homes));
  const basePath = basePathOf(resolved.baseUrl);
  const implied = impliedOperations(operations, { homes: homes.byShape, basePath });
  const routes = groupByShape([...operations, ...implied]);
  return {
    name: resolved.name,
    basePath,
    identities: resolved.identities,
    defaults: resolved.defaults,
    policy: resolved.policy,
    allowedOrigin: allowedOriginOf(resolved),
    routes: routes.sort((left, right) => (rankOf(left) < rankOf(right) ? -1 : 1)),
    homes: homes.byShape,
  };
}

function groupByKey(uses: ReadonlyArray<Use>): ReadonlyMap<string, ReadonlyArray<Use>> {
  const groups = new Map<string, Use[]>();
  for (const use of uses) groups.set(use.key, [...(groups.get(use.key) ?? []), use]);
  return groups;
}

function groupByShape(operations: ReadonlyArray<Operation>): Route[] {
  const shapes = new Map<string, Operation[]>();
  for (const operation of operations) {
    const { shape } = operation.template;
    shapes.set(shape, [...(shapes.get(shape) ?? []), operation]);
  }
  return [...shapes.values()].flatMap((group): Route[] => {
    const [first] = group;
    if (!first) return [];
    const operations = new Map(group.map((operation) => [operation.method, operation]));
    const [head, get] = [operations.get("HEAD"), operations.get("GET")];
    if (head && get) operations.set("HEAD", joinHead(head, get));
    return [{ template: first.template, operations }];
  });
}

/** What is declared of the answer to GET holds for HEAD: the header section is the same (RFC 9110, 9.3.2). */
function joinHead(head: Operation, get: Operation): Operation {
  const response = joinResponses(get.happy.response, head.happy.response);
  const negotiated = get.expect.filter(({ codes }) => codes.codes.some((code) => [206, 304, 406, 416].includes(code)));
  return { ...head, expect: [...head.expect, ...negotiated], happy: { ...head.happy, response } };
}

function rankOf({ template }: Route): string {
  return template.segments.map(({ rank }) => rank).join("");
}

/** A `baseUrl` that is a variable without a value has no path. */
function basePathOf(baseUrl: string): string {
  return URL.canParse(baseUrl) ? new URL(baseUrl).pathname.replace(/\/+$/, "") : "";
}
