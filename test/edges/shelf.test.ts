import { describe, expect, it } from "vitest";
import { expandPlan } from "../../src/plan/expand.ts";
import { casesOf, manifestOf } from "../support/suite.ts";
import { sentLine } from "./sent.ts";
import { resourceEdges, sendable, shelf } from "./shelf.ts";

const cases = casesOf(expandPlan(manifestOf(shelf("edges"))));

describe("an edge of resources", () => {
  it("changes one thing of the happy request", async () => {
    const shown = sendable.map((id) => [id, ...ofEdge(id).map((one) => `  ${sentLine(one)}`)].join("\n"));
    await expect(`${shown.join("\n\n")}\n`).toMatchFileSnapshot("shelf.txt");
  });

  it.each(sendable)("%s is sent somewhere", (id) => {
    expect(ofEdge(id).length).toBeGreaterThan(0);
  });

  it.each(resourceEdges)("%s says what to do by hand exactly where nothing can be sent", (_, edge) => {
    expect(edge.byHand !== undefined).toBe(edge.change.kind === "none");
  });

  it.each(resourceEdges)("%s never takes a server error for right", (_, { implied, also }) => {
    const right = [implied?.family, implied?.otherwise, implied?.chosen, ...(also ?? [])].join("|").split("|");
    expect(right.filter((code) => code.startsWith("5"))).toEqual([]);
  });

  it.each([
    [402, "card: declined"],
    [408, "curl --limit-rate"],
    [410, "GET /old: 410"],
    [428, "send the condition with the endpoint itself"],
    [429, "burst: 20"],
    [502, "X-Simulate: invalid"],
    [503, "X-Simulate: down"],
    [504, "X-Simulate: slow"],
  ])("%i is unproven where only the manifest can provoke it, and says how: %s", (code, remedy) => {
    const text = `baseUrl: http://localhost:1\nendpoints:\n  GET /books: 200 ${code}`;
    const unproven = casesOf(expandPlan(manifestOf(text))).filter((one) => one.unproven !== undefined);
    expect(unproven.map((one) => one.unproven)).toEqual([expect.stringContaining(remedy)]);
  });
});

function ofEdge(id: string) {
  return cases.filter(({ edge }) => edge === id);
}
