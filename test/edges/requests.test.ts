import { describe, expect, it } from "vitest";
import { expandPlan } from "../../src/plan/expand.ts";
import type { Case } from "../../src/plan/model.ts";
import { casesOf, manifestOf } from "../support/suite.ts";
import { library, requestEdges, sendable } from "./library.ts";

const cases = casesOf(expandPlan(manifestOf(library("edges"))));

describe("an edge of requests", () => {
  it.each(sendable)("%s is sent somewhere", (id) => {
    expect(cases.filter(({ edge }) => edge === id).length).toBeGreaterThan(0);
  });

  it("changes one thing of the happy request", async () => {
    const shown = sendable.map((id) => cases.find(({ edge }) => edge === id)).map(show);
    await expect(`${shown.join("\n\n")}\n`).toMatchFileSnapshot("requests.txt");
  });

  it.each(requestEdges)("%s says what to do by hand exactly where nothing can be sent", (_, edge) => {
    expect(edge.byHand !== undefined).toBe(edge.change.kind === "none");
  });

  it.each(requestEdges)("%s expects no server error but 501", (_, { implied, codes, change }) => {
    const family = implied?.family.split("|") ?? [];
    expect(family.filter((code) => code.startsWith("5"))).toEqual(family.includes("501") ? ["501"] : []);
    if (change.kind !== "none") expect(codes.length + family.length).toBeGreaterThan(0);
  });

  it("writes no variable into a payload by accident", () => {
    const known = /\{\{(token|adminToken|strangerToken|password|key|session|baseUrl|books_\w+|newmanifest_\w+)\}\}/g;
    const texts = cases.map((one) => JSON.stringify(one.request?.body ?? "").replace(known, ""));
    expect(texts.filter((text) => text.includes("{{"))).toEqual([]);
  });
});

function show(one: Case | undefined): string {
  if (one?.request === undefined) throw new Error("nothing is sent");
  const { method, path, query, headers, auth, omittedHeaders, body } = one.request;
  const search = query.map(([name, value]) => `${name}=${value}`).join("&");
  return [
    `${one.edge}   ${one.title}`,
    `  ${method} ${path}${search && `?${search}`}`,
    ...(auth ? [`  auth ${Object.values(auth).join(" ")}`] : []),
    ...headers.map(([name, value]) => `  ${name}: ${value}`),
    ...omittedHeaders.map((name) => `  (no ${name})`),
    ...(body ? [`  ${body.kind} ${JSON.stringify("text" in body ? body.text : Object.values(body).at(-1))}`] : []),
    ...(one.before ? [`  before: ${JSON.stringify(one.before)}`] : []),
    ...(one.mayReset ? ["  may be reset"] : []),
  ].join("\n");
}
