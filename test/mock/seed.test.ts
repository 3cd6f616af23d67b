import { expect, test } from "vitest";
import { serve } from "./serve.ts";

const shop = `
name: Seeds
baseUrl: http://localhost
auth: { me: { digest: { username: u, password: p } } }
endpoints:
  GET /offer:
    public: true
    expect:
      200:
        schema:
          type: object
          properties:
            id: { type: string, format: uuid }
            on: { type: string, format: date }
            at: { type: string, format: date-time }
            kind: { enum: [a, b, c, d, e, f, g] }
            price: { type: integer, minimum: 10, maximum: 60, multipleOf: 5 }
            ratio: { type: number, exclusiveMinimum: 0, maximum: 1 }
            title: { type: string, minLength: 3, maxLength: 20 }
            contact: { type: string, format: email }
            code: { type: string, pattern: "^[A-Z]{3}$" }
            tags: { type: array, minItems: 3, items: { type: string } }
  GET /token: { public: true, expect: { 200: { body: { token: "{{$guid}}", mail: "{{$randomEmail}}" } } } }
  POST /orders: { public: true, body: { sku: A1 }, expect: 201 }
  GET /orders/{id}: { public: true, expect: { 200: { schema: { type: object, properties: { id: { type: string, format: uuid } } } } } }
  GET /mine: 401
`;

async function answersOf(seed?: number) {
  const { send } = await serve(shop, seed === undefined ? {} : { seed });
  const lines = ["GET /offer", "GET /token", "POST /orders", "POST /orders"];
  const texts: string[] = [];
  for (const line of lines) texts.push((await send(line, line.startsWith("POST") ? { json: { sku: "A1" } } : {})).text);
  return texts;
}

test("the same seed gives the same bytes, ids as well, and there is a seed where none is given", async () => {
  expect(await answersOf(5)).toEqual(await answersOf(5));
  expect(await answersOf()).toEqual(await answersOf(0));
});

test("another seed invents other values", async () => {
  const [five, six] = [await answersOf(5), await answersOf(6)];
  for (const [index, text] of five.entries()) expect(text).not.toBe(six[index]);
});

test("whatever the seed, what is invented fits its schema", async () => {
  for (const seed of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 123_456_789]) {
    const { send } = await serve(shop, { seed });
    const offer = (await send("GET /offer")).json as Record<string, unknown>;
    expect(offer).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/),
      on: expect.stringMatching(/^2024-\d\d-\d\d$/),
      at: expect.stringMatching(/^2024-\d\d-\d\dT00:00:00Z$/),
      kind: expect.stringMatching(/^[a-g]$/),
      title: expect.stringMatching(/^.{3,20}$/),
      contact: expect.stringMatching(/^\w+@example\.com$/),
      code: expect.stringMatching(/^[A-Z]{3}$/),
    });
    expect([offer.price, offer.ratio]).toEqual([expect.any(Number), expect.any(Number)]);
    expect(offer.price).toBeLessThanOrEqual(60);
    expect(Number(offer.price) % 5).toBe(0);
    expect(offer.ratio).toBeLessThanOrEqual(1);
    expect(offer.tags).toHaveLength(3);
  }
});

test("an id is what the schema of the item says", async () => {
  const { send } = await serve(shop);
  const { headers } = await send("POST /orders", { json: { sku: "A1" } });
  expect(headers.get("location")).toMatch(/^\/orders\/[0-9a-f-]{36}$/);
});
