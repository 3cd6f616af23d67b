import { rules } from "../http/rules.ts";
import type { Flow, Manifest, Step } from "../manifest/model.ts";
import { obstacleTo } from "./body-change.ts";
import { type CaseSpec, reasonOf, sentCase, unprovenCase } from "./case.ts";
import { applyChange, describeChange } from "./change.ts";
import type { Case, CaseRequest, Group } from "./model.ts";
import { pathVariable } from "./names.ts";
import { guardOf } from "./pattern.ts";
import { happyRequest } from "./request.ts";

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
  return obstacle === undefined ? sentCase(spec, stepRequest(step, manifest)) : unprovenCase(spec, obstacle);
}

function stepRequest(step: Step, manifest: Manifest): CaseRequest {
  const request = happyRequest(step, manifest);
  const { when } = step.expectation;
  return when ? applyChange(request, when, step, manifest) : request;
}

function savedCheck({ save, expectation }: Step, flow: Flow): CaseSpec["extra"] & {} {
  const inPaths = namesInPaths(flow);
  const saves = Object.entries(save).map(([name, path]) => ({
    name,
    path,
    inPath: inPaths.has(name) ? pathVariable(name) : null,
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

/** Saved names that path parameters take their values from. */
function namesInPaths({ steps }: Flow): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { params } of steps) {
    for (const { source } of params) if (source.kind === "saved") names.add(source.name);
  }
  return names;
}
