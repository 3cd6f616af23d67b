import type { Step } from "../manifest/model.ts";
import type { FlowStep, Outcome } from "./api.ts";
import type { Exchange } from "./exchange.ts";
import { fitsBody } from "./fits-body.ts";
import { joinResponses } from "./outcome.ts";
import { fitsText } from "./placeholder.ts";
import type { Refusal } from "./refusal.ts";
import type { Resource } from "./state.ts";
import { publicMessage } from "./wording.ts";

/** The step of a flow that a request is; where several flows begin with the same request, all of these at once. */
export interface Turn {
  /** `METHOD /path` as the flow writes it. */
  readonly id: string;
  readonly keys: ReadonlyArray<string>;
  readonly outcome: Outcome;
  readonly save: Step["save"];
}

/**
 * Whose turn it is. Flows repeat requests and expect other answers: the step that follows the last one its resources
 * have been through comes first, then one that can be told by its looks, then the beginning of a flow.
 */
export function findTurn(exchange: Exchange): Turn | undefined {
  const fitting = exchange.operation.steps.filter((step) => fitsStep(step, exchange));
  const trail = exchange.places.flatMap(({ resource }) => resource?.trail ?? []);
  const following = fitting.filter(({ predecessor }) => predecessor !== undefined && trail.includes(predecessor));
  const unseen = following.filter(({ key }) => !trail.includes(key));
  const next =
    latest(unseen, ({ predecessor }) => trail.lastIndexOf(predecessor ?? "")) ??
    latest(following, ({ key }) => trail.lastIndexOf(key));
  if (next) return turnOf([next]);
  const first = fitting.find(({ isDistinct }) => isDistinct);
  const begins = (step: FlowStep) => step.predecessor === undefined && step.outcome.code < 400;
  if (first && !begins(first)) return turnOf([first]);
  const beginnings = fitting.filter(begins);
  const code = (first ?? beginnings[0])?.outcome.code;
  return turnOf(beginnings.filter(({ outcome }) => outcome.code === code));
}

function latest(steps: ReadonlyArray<FlowStep>, place: (step: FlowStep) => number): FlowStep | undefined {
  return [...steps].sort((left, right) => place(right) - place(left))[0];
}

function turnOf(steps: ReadonlyArray<FlowStep>): Turn | undefined {
  const [first, ...others] = steps;
  if (!first) return undefined;
  let { response } = first.outcome;
  for (const { outcome } of others) response = joinResponses(response, outcome.response);
  return {
    id: first.step.id,
    keys: steps.map(({ key }) => key),
    outcome: { code: first.outcome.code, response },
    save: Object.fromEntries(steps.flatMap(({ step }) => Object.entries(step.save))),
  };
}

/** The error that a flow expects at this step. */
export function refuseTurn(turn: Turn | undefined): Refusal | undefined {
  if (!turn || turn.outcome.code < 400) return undefined;
  const { code } = turn.outcome;
  return { ...turn.outcome, reason: `the flow expects it here: ${turn.id}`, message: publicMessage(code) };
}

/** Writes down that resources had their turn: those of the path, and the one that was created. */
export function markTurn({ keys }: Turn, { places, state }: Exchange, created: Resource | undefined): void {
  const collections = places.map(({ collection, id }) => ({ collection, id }));
  if (created) {
    const path = created.path.slice(0, created.path.lastIndexOf("/")) || "/";
    collections.push({ collection: state.collections.get(path), id: created.id });
  }
  for (const { collection, id } of collections) {
    const resource = collection?.items.get(id);
    if (resource) collection?.items.set(id, { ...resource, trail: [...resource.trail, ...keys] });
  }
}

function fitsStep({ step, literals }: FlowStep, exchange: Exchange): boolean {
  const { request, target, values, content, caller } = exchange;
  return (
    literals.every((literal, at) => literal === undefined || fitsText(values[at] ?? "", literal)) &&
    Object.entries(step.query).every(([name, value]) => fitsText(target.query.get(name) ?? "", value)) &&
    Object.entries(step.headers).every(([name, value]) =>
      fitsText(request.headers.get(name.toLowerCase()) ?? "", value),
    ) &&
    (step.identity === undefined || caller.names.includes(step.identity)) &&
    (step.body ? fitsBody(step.body, content) : content.isEmpty)
  );
}
