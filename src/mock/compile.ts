import type { Manifest } from "../manifest/model.ts";
import type { Api, Home, Operation, Route, Use } from "./api.ts";
import { compileOperation } from "./compile-operation.ts";
import { findHomes } from "./homes.ts";
import { undeclared } from "./outcome.ts";
import { joinPath, parsePathTemplate } from "./path-template.ts";
import { listUses } from "./uses.ts";
import { substitute } from "./variables.ts";

/** Makes an API of a manifest. */
export function compileApi(manifest: Manifest, variables: Readonly<Record<string, string>>): Api {
  const resolved = substitute({ ...manifest, sources: [] }, variables);
  const uses = listUses(resolved);
  const homes = findHomes(uses);
  const operations = [...groupByKey(uses).values()].map((group) => compileOperation(group, homes));
  const implied = impliedReads(operations, homes.byShape);
  const routes = groupByShape([...operations, ...implied]);
  return {
    name: resolved.name,
    basePath: basePathOf(resolved.baseUrl),
    identities: resolved.identities,
    defaults: resolved.defaults,
    policy: resolved.policy,
    routes: routes.sort((left, right) => (rankOf(left) < rankOf(right) ? -1 : 1)),
    homes: homes.byShape,
  };
}

function groupByKey(uses: ReadonlyArray<Use>): ReadonlyMap<string, ReadonlyArray<Use>> {
  const groups = new Map<string, Use[]>();
  for (const use of uses) groups.set(use.key, [...(groups.get(use.key) ?? []), use]);
  return groups;
}

/** What is created somewhere can be read there, also where the manifest has no endpoint for it: Location must lead somewhere. */
function impliedReads(operations: ReadonlyArray<Operation>, homes: ReadonlyMap<string, Home>): Operation[] {
  const shapes = new Set(operations.map(({ template }) => template.shape));
  const monitors = operations.flatMap(({ monitor }) => monitor ?? []);
  return [...homes.values(), ...monitors].flatMap((home): Operation[] => {
    const template = parsePathTemplate(joinPath(home.path, "{id}"));
    if (shapes.has(template.shape)) return [];
    shapes.add(template.shape);
    const creator = operations.find((operation) => operation.monitor === home || operation.home === home);
    return [impliedRead(template.text, home, creator)];
  });
}

function impliedRead(path: string, home: Home, creator: Operation | undefined): Operation {
  const template = parsePathTemplate(path);
  return {
    key: `GET ${template.shape}`,
    method: "GET",
    template,
    role: "read",
    identities: creator?.identities ?? [],
    expect: [],
    happy: { code: 200, response: undeclared },
    steps: [],
    homes: [...(creator?.homes ?? []).slice(0, template.names.length - 1), home],
    idPaths: [],
    owed: [],
  };
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
    return [{ template: first.template, operations: new Map(group.map((operation) => [operation.method, operation])) }];
  });
}

function rankOf({ template }: Route): string {
  return template.segments.map(({ rank }) => rank).join("");
}

/** A `baseUrl` that is a variable without a value has no path. */
function basePathOf(baseUrl: string): string {
  return URL.canParse(baseUrl) ? new URL(baseUrl).pathname.replace(/\/+$/, "") : "";
}
