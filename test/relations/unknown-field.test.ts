import { afterEach, describe, expect, it } from "vitest";
import { listen, parseObject, type Running, readText } from "../servers/listen.ts";
import { notPassed, redChecks, runAgainst } from "../support/suite.ts";

// A field that the schema forbids: to refuse and to ignore it are right, and to say what was received is no mistake.

type Show = (known: object, received: object) => object | undefined;

const right: Readonly<Record<string, Show>> = {
  "drops it": (known) => known,
  "drops it, in an envelope": (known) => ({ data: known }),
  "shows what it received under another key": ({ id, ...known }: { id?: unknown }, received) => ({
    id,
    ...known,
    request: received,
  }),
  "shows what it received, and of the thing its id alone": ({ id }: { id?: unknown }, received) => ({
    id,
    received,
  }),
  "shows nothing but the id": ({ id }: { id?: unknown }) => ({ id }),
  "refuses it": (known, received) => ("newmanifestUnknown" in received ? undefined : known),
};

const wrong: Readonly<Record<string, Show>> = {
  "takes it over": (known, received) => ({ ...known, ...received }),
  "takes it over, in an envelope": (known, received) => ({ meta: {}, data: { ...known, ...received } }),
};

function suite(get: string, more = "") {
  return `
name: Notes
baseUrl: http://localhost:1
endpoints:
  POST /notes:
    body: { title: one }
    bodySchema: { type: object, additionalProperties: false, properties: { title: { type: string } } }
    expect: 201
  DELETE /notes/{id}: { path: { id: { from: POST /notes, get: ${get} } }, expect: 204 }
${more}`;
}

let server: Running | undefined;

afterEach(async () => {
  await server?.close();
});

/** Takes a title that is a text, and answers a create as it is told. */
function startNotes(show: Show): Promise<Running> {
  const notes = new Set<string>();
  let last = 0;
  return listen(
    async (request, response) => {
      const send = (status: number, value?: object) => {
        const body = value && JSON.stringify(value);
        const location = status === 201 ? { Location: `/notes/${last}` } : {};
        response.writeHead(status, { ...(body && { "Content-Type": "application/json" }), ...location }).end(body);
      };
      if (request.method === "DELETE") {
        return send(notes.delete(String(request.url)) ? 204 : 404, undefined);
      }
      const received = parseObject(await readText(request));
      if (request.method !== "POST") return send(404, { error: "there is none" });
      if (!/json/.test(String(request.headers["content-type"]))) return send(415, { error: "JSON only" });
      if (received === undefined) return send(400, { error: "no object" });
      const { title = "" } = received as { title?: unknown };
      if (typeof title !== "string") return send(400, { error: "title is no text" });
      last += 1;
      const shown = show({ id: last, title }, received);
      if (shown === undefined) return send(422, { error: "newmanifestUnknown is not known" });
      notes.add(`/notes/${last}`);
      send(201, shown);
    },
    () => notes.size,
  );
}

/** Where the id stands in what a server shows. */
function placeOf(name: string): string {
  return name.includes("envelope") ? "$.data.id" : "$.id";
}

describe("a server that", () => {
  it.each(Object.entries(right))("%s is right", async (name, show) => {
    server = await startNotes(show);
    const run = await runAgainst(server.url, suite(placeOf(name)));
    expect(run.cases.filter(({ edge }) => edge === "ec-field-unknown-extra")).toHaveLength(1);
    expect([...notPassed(run), ...redChecks(run)].filter((line) => /nobody knows/.test(line))).toEqual([]);
    expect(server.size()).toBe(0);
  });

  it.each(Object.entries(wrong))("%s is red", async (name, show) => {
    server = await startNotes(show);
    const rule = "unknown-field-not-kept";
    const run = await runAgainst(server.url, suite(placeOf(name)));
    const title = "POST /notes -> no 5xx when the body has a field that nobody knows";
    expect(redChecks(run)).toEqual([`${title}: ${rule}`]);
  });

  it("takes it over where no schema forbids it is right", async () => {
    server = await startNotes((known, received) => ({ ...known, ...received }));
    const text = `edges: [ec-field-unknown-extra]\n${suite("$.id").replace("additionalProperties: false, ", "")}`;
    const run = await runAgainst(server.url, text);
    expect(run.cases.some(({ edge }) => edge === "ec-field-unknown-extra")).toBe(true);
    expect(redChecks(run).filter((line) => /nobody knows/.test(line))).toEqual([]);
  });
});
