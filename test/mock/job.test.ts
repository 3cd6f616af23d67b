import { expect, test } from "vitest";
import { serve } from "./serve.ts";

const head = "name: J\nbaseUrl: http://localhost\nendpoints:\n";

async function statusesOf(yaml: string, path: string, times = 4): Promise<unknown[]> {
  const { send } = await serve(head + yaml);
  const accepted = await send("POST /reports", { json: { year: 2024 } });
  expect(accepted.status).toBe(202);
  expect(accepted.headers.get("location")).toBe(path);
  const seen: unknown[] = [accepted.json];
  for (let time = 0; time < times; time += 1) seen.push((await send(`GET ${path}`)).json);
  return seen.map((body) => (body as Record<string, unknown>).status);
}

test("a job that a 202 begins runs, and has ended when it is asked about again", async () => {
  const yaml = `
  POST /reports: { body: { year: 2024 }, expect: { 202: { body: { id: 1, status: queued } } } }
  GET /reports/{id}: 200
`;
  expect(await statusesOf(yaml, "/reports/1")).toEqual(["queued", "running", "succeeded", "succeeded", "succeeded"]);
});

test("the words for it are the manifest's, as its end is", async () => {
  const yaml = `
  POST /reports: { body: { year: 2024 }, expect: 202 }
  GET /reports/{id}: { expect: { 200: { body: { id: 1, status: completed } } } }
`;
  expect(await statusesOf(yaml, "/reports/1", 3)).toEqual(["pending", "running", "completed", "completed"]);
  const chosen = `
  POST /reports: { body: { year: 2024 }, expect: 202 }
  GET /reports/{id}:
    expect:
      200:
        schema:
          type: object
          properties: { id: { type: integer }, status: { enum: [QUEUED, DONE] } }
`;
  expect(await statusesOf(chosen, "/reports/1", 2)).toEqual(["QUEUED", "QUEUED", "DONE"]);
});

test("a job without a word for how far it is says it all the same, and a field of the client's own stays", async () => {
  const yaml = "  POST /reports: { body: { year: 2024 }, expect: 202 }\n  GET /reports/{id}: 200\n";
  expect(await statusesOf(yaml, "/reports/1", 2)).toEqual(["pending", "running", "succeeded"]);
  const { send } = await serve(`${head}
  POST /tasks: { body: { status: urgent }, expect: 202 }
  GET /tasks/{id}: 200
`);
  await send("POST /tasks", { json: { status: "urgent" } });
  expect((await send("GET /tasks/1")).json).toEqual({ id: 1, status: "urgent" });
});

test("a job that nobody describes has a monitor that comes to its end", async () => {
  const { send } = await serve(`${head}
  DELETE /archive: 202
`);
  const accepted = await send("DELETE /archive");
  expect([accepted.status, accepted.headers.get("location")]).toEqual([202, "/archive/jobs/1"]);
  expect((await send("GET /archive/jobs/1")).json).toEqual({ id: 1, status: "running" });
  expect((await send("GET /archive/jobs/1")).json).toEqual({ id: 1, status: "succeeded" });
});

test("what was shown of a job is current once, and HEAD changes nothing", async () => {
  const { send } = await serve(`${head}
  POST /reports: { body: { year: 2024 }, expect: 202 }
  GET /reports/{id}: 200 304
`);
  await send("POST /reports", { json: { year: 2024 } });
  const running = await send("GET /reports/1");
  const etag = running.headers.get("etag") ?? "";
  for (let time = 0; time < 3; time += 1) {
    expect((await send("HEAD /reports/1")).headers.get("etag")).toBe(etag);
  }
  const headers = { "If-None-Match": etag };
  expect((await send("GET /reports/1", { headers })).status).toBe(304);
  expect(await send("GET /reports/1", { headers })).toMatchObject({ status: 200, json: { status: "succeeded" } });
});
