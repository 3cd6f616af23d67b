import type { Endpoint, JsonPath } from "../manifest/model.ts";
import type { EndpointUse, FlowStep, Home, Operation, Outcome, OwedValue, Role, StepUse, Use } from "./api.ts";
import type { Homes } from "./homes.ts";
import { happyCode } from "./links.ts";
import { happyOutcome, isSuccess, outcomeOf, undeclared } from "./outcome.ts";
import { joinPath, parsePathTemplate } from "./path-template.ts";

/** Makes one operation of all that the manifest says of a method and a path. */
export function compileOperation(uses: ReadonlyArray<Use>, homes: Homes): Operation {
  const endpoint = uses.find((use): use is EndpointUse => use.kind === "endpoint");
  const steps = uses.filter((use): use is StepUse => use.kind === "step");
  const main = endpoint ?? steps.find((use) => isSuccess(happyCode(use))) ?? steps[0];
  if (!main) throw new Error("an operation without a request");
  const { key, template, request } = main;
  const expect = endpoint ? endpoint.request.expect : [];
  const role = roleOf(main, homes);
  const home = homes.createdBy(key) ?? (role === "list" ? homes.byShape.get(template.shape) : undefined);
  const body = endpoint || isSuccess(happyCode(main)) ? request.body : undefined;
  const contentType = headerOf(request.headers, "content-type");
  const hasMonitor = role !== "create" && uses.some((use) => listsCode(use, 202));
  return {
    key,
    method: request.method,
    template,
    role,
    identities: identitiesOf(endpoint, steps),
    expect,
    happy: endpoint ? happyOutcome(expect, request.method) : outcomeOfSteps(steps, request.method),
    query: request.query,
    ...(body ? { body } : {}),
    ...(contentType === undefined ? {} : { contentType }),
    steps: steps.map((use) => compileStep(use, main)),
    homes: homes.pickedBy(main),
    ...(home ? { home } : {}),
    ...(hasMonitor ? { monitor: monitorOf(template.text) } : {}),
    idPaths: homes.idPaths(key),
    owed: [...homes.owed(key), ...(endpoint ? capturedValues(endpoint.request, homes.idPaths(key)) : [])],
  };
}

/** Without an endpoint the first step that succeeds shows the happy answer. */
function outcomeOfSteps(steps: ReadonlyArray<StepUse>, method: string): Outcome {
  const outcomes = steps.map((use) => outcomeOf(use.request.expectation, method));
  return outcomes.find(({ code }) => isSuccess(code)) ?? { code: 200, response: undeclared };
}

const roles: Readonly<Record<string, { readonly item: Role; readonly other: Role }>> = {
  GET: { item: "read", other: "show" },
  HEAD: { item: "read", other: "show" },
  PUT: { item: "replace", other: "store" },
  PATCH: { item: "merge", other: "store" },
  DELETE: { item: "remove", other: "act" },
};

function roleOf(use: Use, homes: Homes): Role {
  const { key, template, request } = use;
  if (homes.createdBy(key)) return "create";
  if (request.method === "GET" && homes.byShape.has(template.shape)) return "list";
  const home = homes.pickedBy(use).at(-1);
  // `DELETE /favourites/{role}` picks a role, and takes none away. What moved is read at its old place all the same.
  const isElsewhere =
    request.method !== "GET" && home !== undefined && template.shape !== `${home.shape === "/" ? "" : home.shape}/{}`;
  const isItem = template.segments.at(-1)?.rank === 2 && home !== undefined && !isElsewhere;
  const role = roles[request.method];
  return (isItem ? role?.item : role?.other) ?? "act";
}

/** An endpoint asks for its own identity; a flow that succeeds with another one shows that this one may, too. */
function identitiesOf(endpoint: EndpointUse | undefined, steps: ReadonlyArray<StepUse>): ReadonlyArray<string> {
  const succeeding = steps.filter((use) => isSuccess(happyCode(use)));
  const stepNames = (succeeding.length > 0 ? succeeding : steps).map(({ request }) => request.identity);
  if (endpoint && endpoint.request.identity === undefined) return [];
  if (!endpoint && stepNames.includes(undefined)) return [];
  const names = [
    endpoint?.request.identity,
    ...(endpoint ? succeeding.map(({ request }) => request.identity) : stepNames),
  ];
  return [...new Set(names.filter((name) => name !== undefined))];
}

function compileStep(use: StepUse, main: Use): FlowStep {
  const { flow, flowIndex, stepIndex, request, sources } = use;
  const needed = new Set(request.params.flatMap(({ source }) => (source.kind === "saved" ? source.name : [])));
  const before = flow.steps.slice(0, stepIndex);
  const predecessor = before.findLastIndex(
    ({ params, save }) =>
      Object.keys(save).some((name) => needed.has(name)) ||
      params.some(({ source }) => source.kind === "saved" && needed.has(source.name)),
  );
  return {
    key: `${flowIndex}:${stepIndex}`,
    step: request,
    outcome: outcomeOf(request.expectation, request.method),
    literals: sources.map((source) => (source?.kind === "literal" ? source.value : undefined)),
    isDistinct: looksOf(use) !== looksOf(main),
    ...(predecessor >= 0 ? { predecessor: `${flowIndex}:${predecessor}` } : {}),
  };
}

/** All that a request can be told by. */
function looksOf({ request, sources }: Use): string {
  const { query, headers, body, identity } = request;
  const literals = sources.map((source) => (source?.kind === "literal" ? source.value : ""));
  return JSON.stringify([query, headers, body, identity, literals]);
}

/** What `capture` names beside the id must be there, too. */
function capturedValues({ capture }: Endpoint, idPaths: ReadonlyArray<JsonPath>): OwedValue[] {
  const isId = (path: JsonPath) => idPaths.some((idPath) => idPath.join("/") === path.join("/"));
  return Object.entries(capture).flatMap(([name, path]) => (isId(path) ? [] : [{ path, value: `mock-${name}` }]));
}

function monitorOf(path: string): Home {
  const jobs = joinPath(path, "jobs");
  const { shape, names } = parsePathTemplate(jobs);
  return {
    path: jobs,
    names,
    shape,
    idKey: "id",
    envelope: [],
    idKind: "number",
    seeds: [],
    example: {},
  };
}

function listsCode(use: Use, code: number): boolean {
  const expectations = use.kind === "step" ? [use.request.expectation] : use.request.expect;
  return expectations.some(({ codes }) => codes.codes.includes(code));
}

function headerOf(headers: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
}
