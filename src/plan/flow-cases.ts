import { rules } from "../http/rules.ts";
import type { Flow, Manifest, Step } from "../manifest/model.ts";
import { obstacleTo } from "./body-change.ts";
import { type CaseSpec, reasonOf, sentCase, unprovenCase } from "./case.ts";
import { applyChange, describeChange } from "./change.ts";
import type { Case, CaseRequest, Group } from "./model.ts";
import { pathVariable } from "./names.ts";
import { guardOf } from "./pattern.ts";
import { happyRequest } from "./request.ts";

const reference = /\{\{([^{}]+)\}\}/g;

/** A flow's steps in order; each needs all that came before it. */
export function flowGroup(flow: Flow, manifest: Manifest): Group {
  const cases: Case[] = [];
  for (const [index, step] of flow.steps.entries()) {
    const needs = cases.map(({ id }) => id);
    cases.push(stepCase(step, { flow, number: index + 1, manifest, needs }));
  }
  return { name: `Flows / ${flow.name}`, kind: "flow", cases };
}

interface StepContext {
  readonly flow: Flow;
  readonly number: number;
  readonly manifest: Manifest;
  readonly needs: ReadonlyArray<string>;
}

function stepCase(step: Step, { flow, number, manifest, needs }: StepContext): Case {
  const { expectation } = step;
  const change = expectation.when;
  const spec: CaseSpec = {
    manifest,
    shape: step,
    about: expectation.name ?? (change ? describeChange(change) : ""),
    key: "",
    flow: flow.name,
    step: `${number} ${step.id}`,
    expected: expectation.codes,
    origin: "declared",
    ...reasonOf(expectation.codes),
    span: expectation.span,
    needs,
    expectation,
    extra: savedCheck(step, flow),
  };
  const obstacle = obstacleTo(happyRequest(step, manifest), change);
  if (obstacle !== undefined) return unprovenCase(spec, obstacle);
  return sentCase(spec, encodeSaved(stepRequest(step, manifest), savedNames(flow.steps.slice(0, number - 1))));
}

function stepRequest(step: Step, manifest: Manifest): CaseRequest {
  const request = happyRequest(step, manifest);
  const { when } = step.expectation;
  return when ? applyChange(request, when, step, manifest) : request;
}

/** The request with the encoded form of what was saved, wherever it stands in the URL. */
function encodeSaved(request: CaseRequest, saved: ReadonlySet<string>): CaseRequest {
  const encode = (text: string) =>
    text.replace(reference, (whole, name: string) => (saved.has(name) ? `{{${pathVariable(name)}}}` : whole));
  const query = request.query.map(([name, value]) => [encode(name), encode(value)] as const);
  return { ...request, path: encode(request.path), query };
}

function savedCheck({ save, expectation }: Step, flow: Flow): CaseSpec["extra"] & {} {
  const [inPaths, inQueries] = [namesInPaths(flow), namesInQueries(flow)];
  const saves = Object.entries(save).map(([name, path]) => ({
    name,
    path,
    isInPath: inPaths.has(name),
    inUrl: inPaths.has(name) || inQueries.has(name) ? pathVariable(name) : null,
  }));
  if (saves.length === 0) return [];
  const title = `the answer has ${saves.map(({ name }) => name).join(", ")}`;
  return [
    {
      rule: "capture-saved",
      title: title || rules["capture-saved"].title,
      on: guardOf(expectation.codes),
      view: { saves },
    },
  ];
}

/** Names that stand in paths: those that parameters take their values from, and those that are written there. */
function namesInPaths({ steps }: Flow): ReadonlySet<string> {
  const sources = steps.flatMap(({ params }) => params.map(({ source }) => source));
  const taken = sources.flatMap((source) => (source.kind === "saved" ? [source.name] : []));
  const written = sources.flatMap((source) => (source.kind === "literal" ? [source.value] : []));
  const changed = steps.flatMap(({ expectation }) => Object.values(expectation.when?.path ?? {}));
  return new Set([...taken, ...variablesIn([...written, ...changed, ...steps.map(({ path }) => path)])]);
}

function namesInQueries({ steps }: Flow): ReadonlySet<string> {
  const entries = steps.flatMap(({ query, expectation }) =>
    [query, expectation.when?.query ?? {}].flatMap(Object.entries),
  );
  return new Set(variablesIn(entries.flat().filter((text) => typeof text === "string")));
}

function savedNames(steps: Flow["steps"]): ReadonlySet<string> {
  return new Set(steps.flatMap(({ save }) => Object.keys(save)));
}

function variablesIn(texts: ReadonlyArray<string>): ReadonlyArray<string> {
  return texts.flatMap((text) => [...text.matchAll(reference)].map(([, name = ""]) => name));
}
