import { rules } from "../http/rules.ts";
import { isObject } from "../manifest/json-object.ts";
import type { Endpoint, Expectation, JsonPath, Manifest } from "../manifest/model.ts";
import { obstacleTo } from "./body-change.ts";
import { endpointSpec, reasonOf, sentCase, unprovenCase } from "./case.ts";
import { applyChange } from "./change.ts";
import type { RuleCheck } from "./check-choice.ts";
import type { EndpointFacts, Scope } from "./facts.ts";
import type { Case, CaseRequest } from "./model.ts";
import {
  idVariable,
  leftoversVariable,
  resourceOf,
  sentVariable,
  singular,
  unknownIdVariable,
  validatorVariables,
} from "./names.ts";
import { guardOf } from "./pattern.ts";
import { happyRequest } from "./request.ts";
import { fillRow } from "./rows.ts";

/** The valid request of an endpoint: one case, or one for each row of its data. Empty where only errors are declared. */
export function happyCases(facts: EndpointFacts, scope: Scope): ReadonlyArray<Case> {
  const { endpoint, happy } = facts;
  const { manifest } = scope;
  if (happy === undefined) return [];
  const request = happyBase(facts, manifest);
  const rows = endpoint.rows.length === 0 ? [undefined] : endpoint.rows;
  return rows.map((row, index) => {
    const name = row === undefined ? "" : `row ${index + 1}`;
    const spec = {
      ...endpointSpec(endpoint, manifest),
      about: [happy.name ?? endpoint.summary ?? aboutOf(facts), name && `(${name})`].filter(Boolean).join(" "),
      key: name,
      expected: happy.codes,
      origin: "declared" as const,
      isControl: index === 0,
      ...reasonOf(happy.codes),
      span: happy.span,
      needs: producersOf(endpoint, scope),
      expectation: happy,
      extra: index === 0 ? happyChecks(facts, happy) : [],
      // What others compare with is the first row's: the rest only leave something behind.
      rest: index === 0 ? keepsOf(facts) : withoutSent(keepsOf(facts)),
    };
    const obstacle = obstacleTo(happyRequest(endpoint, manifest), happy.when);
    if (obstacle !== undefined) return unprovenCase(spec, obstacle);
    return sentCase(spec, row === undefined ? request : fillRow(request, row));
  });
}

/** The happy request with the `when` of its own entry, where it has one; data columns still stand in it. */
export function happyBase({ endpoint, happy }: EndpointFacts, manifest: Manifest): CaseRequest {
  const request = happyRequest(endpoint, manifest);
  return happy?.when ? applyChange(request, happy.when, endpoint, manifest) : request;
}

/** The request of the control: of several rows the first. */
export function controlRequest(facts: EndpointFacts, manifest: Manifest): CaseRequest {
  const [row] = facts.endpoint.rows;
  const request = happyBase(facts, manifest);
  return row === undefined ? request : fillRow(request, row);
}

/** The id of the case that shows that an endpoint's valid request is accepted: the control of its negatives. */
export function happyId({ endpoint, happy }: EndpointFacts): string | undefined {
  if (happy === undefined) return undefined;
  return `${endpoint.id} > ${happy.codes.text}${endpoint.rows.length > 0 ? " row 1" : ""}`;
}

/** The cases that an endpoint's path takes its values from. */
export function producersOf(endpoint: Endpoint, { facts }: Scope): ReadonlyArray<string> {
  const ids: string[] = [];
  for (const { source } of endpoint.params) {
    const creator = source.kind === "created" ? facts.get(source.by) : undefined;
    const id = creator && happyId(creator);
    if (id !== undefined) ids.push(id);
  }
  return ids;
}

/** The word for what an endpoint is about: `/books/{id}` -> `book`. */
export function thingOf(endpoint: Endpoint): string {
  const fixed = endpoint.path.split("/").filter((segment) => segment !== "" && !segment.includes("{"));
  return singular(fixed.at(-1) ?? resourceOf(endpoint.path));
}

function aboutOf(facts: EndpointFacts): string {
  if (facts.creates === undefined) return "";
  const thing = thingOf(facts.endpoint);
  return `creates ${/^[aeio]/i.test(thing) ? "an" : "a"} ${thing}`;
}

/** A create that should have been refused and was not leaves something behind, too. */
export function leftovers({ endpoint, creates, isCleanedUp }: EndpointFacts): Pick<Case, "leftovers"> {
  if (creates === undefined || !isCleanedUp) return {};
  const { get } = creates;
  return { leftovers: { variable: leftoversVariable(endpoint.id), note: "created", ...(get && { get }) } };
}

/** What the happy case leaves to others: the body it sent, and what there is to delete. */
function keepsOf(facts: EndpointFacts): Pick<Case, "sent" | "leftovers"> {
  const { endpoint, creates, itemOf, shownBy } = facts;
  if (endpoint.method === "DELETE" && itemOf !== undefined) {
    return { leftovers: { variable: leftoversVariable(itemOf), note: "deleted" } };
  }
  const isUpdate = itemOf !== undefined && ["PUT", "PATCH"].includes(endpoint.method);
  const isComparedWith = creates !== undefined || isUpdate || shownBy !== undefined;
  const hasSent = isComparedWith && endpoint.body?.kind === "json";
  return { ...(hasSent && { sent: sentVariable(endpoint.id) }), ...leftovers(facts) };
}

function withoutSent({ sent: _, ...rest }: Pick<Case, "sent" | "leftovers">): Pick<Case, "leftovers"> {
  return rest;
}

/** What other cases build on: the id, the validators; and what was created is what was sent. */
function happyChecks({ endpoint, creates }: EndpointFacts, happy: Expectation): ReadonlyArray<RuleCheck> {
  const on = guardOf(happy.codes);
  const checks: RuleCheck[] = [];
  for (const get of creates?.gets ?? []) checks.push(captureId(endpoint.id, get, on));
  if (creates && endpoint.body?.kind === "json" && isObject(endpoint.body.value)) {
    checks.push(keepsCheck("the body has what was sent", null, { on, get: creates.get }));
  }
  if (endpoint.expect.some(({ codes, when }) => codes.codes.includes(304) && when === undefined)) {
    const { title } = rules["capture-validator"];
    checks.push({ rule: "capture-validator", title, on, view: validatorVariables(endpoint.id) });
  }
  return checks;
}

function captureId(endpoint: string, get: JsonPath | undefined, on: ReadonlyArray<number | string>): RuleCheck {
  return {
    id: get === undefined ? "capture-id" : `capture-id ${pathText(get)}`,
    rule: "capture-id",
    title: get === undefined ? "the answer says the id of what was created" : `the answer has ${pathText(get)}`,
    on,
    view: { variable: idVariable(endpoint, get), unknown: unknownIdVariable(endpoint, get), get: get ?? null },
  };
}

/** Compares the response with what was sent: by this request, or, given a variable, by an earlier one. */
export function keepsCheck(
  title: string,
  sent: string | null,
  { on, get }: { readonly on: ReadonlyArray<number | string>; readonly get: JsonPath | undefined },
): RuleCheck {
  // The id stands where the fields stand: `$.data.id` means that the resource is `$.data`.
  return { rule: "body-keeps-what-was-sent", title, on, view: { sent, at: get?.slice(0, -1) ?? [] } };
}

/** `$.data.id`, `$["a.b"]`: no two paths are written alike. */
function pathText(path: JsonPath): string {
  return `$${path.map((key) => (/^[A-Za-z_]\w*$/.test(String(key)) ? `.${key}` : `[${JSON.stringify(key)}]`)).join("")}`;
}
