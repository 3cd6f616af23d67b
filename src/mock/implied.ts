import type { Home, Operation, Outcome, Role } from "./api.ts";
import { isRedirect, isSuccess, outcomeOf, undeclared } from "./outcome.ts";
import { joinPath, matchPath, parsePathTemplate } from "./path-template.ts";
import { methodAfter } from "./redirect.ts";

/** Operations that the manifest has no endpoint for, and that a Location leads to all the same. */
export function impliedOperations(
  operations: ReadonlyArray<Operation>,
  { homes, basePath }: { homes: ReadonlyMap<string, Home>; basePath: string },
): ReadonlyArray<Operation> {
  const reads = impliedReads(operations, homes);
  return [...reads, ...impliedTargets([...operations, ...reads], basePath)];
}

/** What is created somewhere can be read there. */
function impliedReads(operations: ReadonlyArray<Operation>, homes: ReadonlyMap<string, Home>): Operation[] {
  const shapes = new Set(operations.map(({ template }) => template.shape));
  const monitors = operations.flatMap(({ monitor }) => monitor ?? []);
  return [...homes.values(), ...monitors].flatMap((home): Operation[] => {
    const path = joinPath(home.path, "{id}");
    const { shape, names } = parsePathTemplate(path);
    if (shapes.has(shape)) return [];
    shapes.add(shape);
    const creator = operations.find((operation) => operation.monitor === home || operation.home === home);
    const owners = (creator?.homes ?? []).slice(0, names.length - 1);
    return [impliedOperation(path, { method: "GET", role: "read", creator, homes: [...owners, home] })];
  });
}

/** Where a declared Location leads, and where a redirect of an API leads that has nothing else. */
function impliedTargets(operations: ReadonlyArray<Operation>, basePath: string): Operation[] {
  const targets = new Map<string, Operation>();
  for (const creator of operations) {
    for (const outcome of outcomesOf(creator)) {
      const method = methodAfter(outcome.code, creator);
      const path = pathOfLocation(outcome, basePath) ?? (isLost(outcome, operations) ? "/" : undefined);
      if (path === undefined || answers([...operations, ...targets.values()], method, path)) continue;
      const role = method === "GET" ? "show" : "act";
      targets.set(`${method} ${path}`, impliedOperation(path, { method, role, creator, homes: [] }));
    }
  }
  return [...targets.values()];
}

function outcomesOf({ expect, steps, method }: Operation): Outcome[] {
  return [...expect.map((expectation) => outcomeOf(expectation, method)), ...steps.map(({ outcome }) => outcome)];
}

/** The path of a Location on this server, as the manifest writes it. */
function pathOfLocation({ code, response }: Outcome, basePath: string): string | undefined {
  if (!isRedirect(code) && code !== 201 && code !== 202) return undefined;
  const declared = response.headers.find(({ name }) => name.toLowerCase() === "location");
  const value =
    declared?.kind === "equals" ? declared.value : declared?.kind === "any" ? declared.values[0] : undefined;
  const [path = ""] = (value ?? "").split(/[?#]/);
  const isHere = path.startsWith(`${basePath}/`) && !path.startsWith("//") && !path.includes("{");
  return isHere ? path.slice(basePath.length) : undefined;
}

function isLost({ code }: Outcome, operations: ReadonlyArray<Operation>): boolean {
  return isRedirect(code) && !operations.some(({ method, happy }) => method === "GET" && isSuccess(happy.code));
}

function answers(operations: ReadonlyArray<Operation>, method: string, path: string): boolean {
  const { segments } = parsePathTemplate(path);
  const texts = segments.map(({ text }) => text);
  return operations.some((operation) => operation.method === method && matchPath(operation.template, texts));
}

interface Implied {
  readonly method: string;
  readonly role: Role;
  /** Who may see it is who was sent there. */
  readonly creator: Operation | undefined;
  readonly homes: Operation["homes"];
}

function impliedOperation(path: string, { method, role, creator, homes }: Implied): Operation {
  const template = parsePathTemplate(path);
  return {
    key: `${method} ${template.shape}`,
    method,
    template,
    role,
    identities: creator?.identities ?? [],
    expect: [],
    happy: { code: 200, response: undeclared },
    query: {},
    steps: [],
    homes,
    idPaths: [],
    owed: [],
  };
}
