import { describe, expect, it, test } from "vitest";
import { serve } from "./serve.ts";

const notes = `
name: Bodies
baseUrl: http://localhost
endpoints:
  POST /notes: { body: { text: a, count: 1, at: 2024-02-29, by: { email: "{{$guid}}@x.org" } }, expect: 201 400 422 }
  POST /lists: { body: [{ n: 1 }], expect: 207 400 }
`;
const good = '"count":1,"at":"2024-02-29","by":{"email":"a@x.org"}';

describe("a body that is not what it should be", () => {
  it.each([
    ["cut off", '{"text":', 400, "not JSON"],
    ["a comma too many", `{"text":"a",${good},}`, 400, "not JSON"],
    ["something after it", `{"text":"a",${good}} x`, 400, "not JSON"],
    ["NaN", '{"count":NaN}', 400, "not JSON"],
    ["nothing but spaces", "   ", 400, "not JSON"],
    ["infinity", `{"text":"a",${good.replace("1", "1e400")}}`, 400, "too large"],
    ["a name twice", `{"text":"a","text":"b",${good}}`, 400, "twice"],
    ["a name twice, escaped", `{"text":"a","\\u0074ext":"b",${good}}`, 400, "twice"],
    ["a list", `[{"text":"a",${good}}]`, 400, "not an object"],
    ["an empty object", "{}", 422, "text is missing"],
    ["a huge number", `{"text":"a",${good.replace("1", "1e30")}}`, 422, "count is too large"],
    ["an endless text", `{"text":"${"a".repeat(40_000)}",${good}}`, 422, "text is longer than"],
    ["a day that is none", `{"text":"a",${good.replace("02-29", "02-30")}}`, 422, "at is no date"],
    ["no address", `{"text":"a",${good.replace("a@x.org", "a@")}}`, 422, "by.email is no email"],
    ["another type inside", `{"text":"a",${good.replace('"a@x.org"', "5")}}`, 422, "by.email is not a string"],
  ])("%s", async (_, body, status, words) => {
    const { send } = await serve(notes);
    const refused = await send("POST /notes", { body, headers: { "Content-Type": "application/json" } });
    expect(refused).toMatchObject({ status, reason: expect.stringContaining(words) });
  });

  it.each([
    ["a byte order mark", `\uFEFF{"text":"a",${good}}`],
    ["a name twice, in two objects", `{"text":"{\\"text\\":1,\\"text\\":2}",${good}}`],
    ["half a surrogate pair", `{"text":"\\ud800",${good}}`],
    ["any language", `{"text":"\u05d0 \ud83d\ude00 ' OR 1=1",${good}}`],
  ])("is not one with %s", async (_, body) => {
    const { send } = await serve(notes);
    expect((await send("POST /notes", { body, headers: { "Content-Type": "application/json" } })).status).toBe(201);
  });

  it("a list where a list belongs", async () => {
    const { send } = await serve(notes);
    expect((await send("POST /lists", { json: [] })).status).toBe(207);
    expect((await send("POST /lists", { json: {} })).status).toBe(400);
  });
});

test("a JSON Schema is looked at in depth", async () => {
  const { send } = await serve(`
name: Schemas
baseUrl: http://localhost
endpoints:
  POST /orders:
    bodySchema:
      type: object
      required: [lines]
      additionalProperties: false
      properties:
        id: { type: string, format: uuid }
        when: { type: string, format: date-time }
        lines:
          type: array
          minItems: 1
          maxItems: 3
          uniqueItems: true
          items: { $ref: "#/$defs/line" }
        pay: { oneOf: [{ type: object, required: [card] }, { type: object, required: [iban] }] }
        note: { anyOf: [{ type: "null" }, { type: string, maxLength: 3 }] }
        share: { type: number, exclusiveMinimum: 0, exclusiveMaximum: 1, multipleOf: 0.1 }
        kind: { const: order }
        extra: { type: object, maxProperties: 1, additionalProperties: { type: number } }
      $defs:
        line: { type: object, required: [sku], properties: { sku: { type: string, not: { const: none } }, next: { $ref: "#/$defs/line" } } }
      examples: [{ lines: [{ sku: a }] }]
    expect: 201
`);
  const reason = async (change: object) => {
    const answer = await send("POST /orders", { json: { lines: [{ sku: "a" }], ...change } });
    return answer.status === 201 ? "" : answer.reason;
  };
  const uuid = "00000000-0000-4000-8000-000000000001";
  const right = {
    id: uuid,
    when: "2024-01-01T10:00:00+01:00",
    pay: { card: 1 },
    note: null,
    share: 0.3,
    kind: "order",
  };
  expect(await reason({ ...right, extra: { a: 1 } })).toBe("");
  expect(await reason({ id: "x" })).toBe("id is no uuid");
  expect(await reason({ when: "2024-01-01 10:00" })).toBe("when is no date-time");
  expect(await reason({ lines: [] })).toBe("lines has fewer items than 1");
  expect(await reason({ lines: [{ sku: "a" }, { sku: "a" }] })).toBe("lines has the same item twice");
  expect(await reason({ lines: [{ sku: "a" }, { sku: 5 }] })).toBe("lines.1.sku is not of type string");
  expect(await reason({ lines: [{ sku: "a", next: {} }] })).toBe("lines.0.next.sku is missing");
  expect(await reason({ lines: [{ sku: "none" }] })).toBe("lines.0.sku has none of the allowed forms");
  expect(await reason({ pay: { card: 1, iban: 1 } })).toBe("pay has none of the allowed forms");
  expect(await reason({ note: "long" })).toBe("note has none of the allowed forms");
  expect(await reason({ share: 0 })).toBe("share is not more than 0");
  expect(await reason({ share: 0.25 })).toBe("share is no multiple of 0.1");
  expect(await reason({ kind: "offer" })).toBe('kind is none of "order"');
  expect(await reason({ extra: { a: "1" } })).toBe("extra.* is not of type number");
  // The name is the client's own: an answer does not repeat it.
  expect(await reason({ "<script>": 1 })).toBe("body has a field that does not belong there");
});

test("an upload is kept as it came, with its type", async () => {
  const { send } = await serve(`
name: Files
baseUrl: http://localhost
endpoints:
  POST /files: { rawBody: { text: "a,b", contentType: text/csv }, expect: 201 }
  GET /files/{id}: 200 206
  PUT /files/{id}: { rawBody: { text: "a,b", contentType: text/csv }, expect: 204 }
  GET /files/{id}/about: { expect: 200 }
`);
  const csv = (body: string) => ({ body, headers: { "Content-Type": "text/csv; header=present" } });
  expect((await send("POST /files", csv("1,2,3"))).json).toEqual({ id: 1 });
  const file = await send("GET /files/1");
  expect([file.text, file.headers.get("content-type")]).toEqual(["1,2,3", "text/csv; header=present"]);
  expect((await send("GET /files/1", { headers: { Range: "bytes=2-2" } })).text).toBe("2");
  expect((await send("GET /files/1", { headers: { Accept: "text/csv" } })).status).toBe(200);
  expect((await send("GET /files/1", { headers: { Accept: "application/json" } })).status).toBe(406);
  expect((await send("PUT /files/1", csv("4"))).status).toBe(204);
  expect((await send("GET /files/1")).text).toBe("4");
});
