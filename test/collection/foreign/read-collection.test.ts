import { describe, expect, it } from "vitest";
import { isCollection, readCollection } from "../../../src/collection/foreign/read-collection.ts";
import { drawDiagnostic } from "../../../src/diagnostic/frame.ts";
import { collectionFrom } from "../../support/foreign.ts";

/** The diagnostics of a text as they are drawn, or what was read. */
function read(text: string): string {
  const source = { file: "a.json", text };
  const { collection, diagnostics } = readCollection(source);
  const drawn = diagnostics.map((one) => drawDiagnostic(one, [source])).join("\n");
  return collection === undefined ? drawn : `${collection.name}: ${collection.requests.map(({ id }) => id).join(", ")}`;
}

const request = { method: "GET", url: "http://localhost/a" };

describe("a file that is no collection", () => {
  it("says where it is not JSON, and how to write it", () => {
    expect(read('{\n\t"info": { "name": "Shop" },\n\t"item": [\n\t\t{ "name": "a" },\n\t]\n}')).toMatchInlineSnapshot(`
      "error: nothing follows this comma                              [json-syntax]
       --> a.json:4:18
        |
      4 |     { "name": "a" },
        |                    ^ remove it"
    `);
  });

  it("says what it lacks", () => {
    expect(read("[]")).toContain("error: this is no Postman collection: it is no JSON object");
    expect(read('{"openapi": "3.1.0"}')).toMatchInlineSnapshot(`
      "error: this is no Postman collection: it has no "info"         [not-a-collection]
       --> a.json:1:1
        |
      1 | {"openapi": "3.1.0"}
        | ^ export it from Postman as Collection v2.1"
    `);
    expect(read('{"info": {"name": "x"}, "item": {}}')).toContain('it has no list "item" of requests and folders');
  });

  it("may be a collection of version 1", () => {
    const v1 = { id: "1", name: "Old", order: ["r"], requests: [{ id: "r", url: "http://localhost", method: "GET" }] };
    expect(read(JSON.stringify(v1))).toContain("export it as Collection v2.1");
  });

  it("may have nothing to send, which Newman calls a success", () => {
    expect(read('{\n "info": {"name": "Empty"},\n "item": [{"name": "f", "item": []}]\n}')).toMatchInlineSnapshot(`
      "error: the collection "Empty" has no request: a run of it would prove nothing  [empty-collection]
       --> a.json:2:19
        |
      2 |  "info": {"name": "Empty"},
        |                   ^^^^^^^ add a request"
    `);
  });

  it("may have items that are none, all of which are told", () => {
    const items = [null, { name: "no request" }, { name: "f", item: [{ name: "odd", item: { a: 1 } }, 5] }];
    const drawn = read(JSON.stringify({ info: { name: "c" }, item: [...items, { request }] }, null, 1));
    expect(drawn.split("\n").filter((line) => /^error|-->|\^/.test(line))).toMatchInlineSnapshot(`
      [
        "error: an item is a request or a folder, and this is neither   [bad-item]",
        " --> a.json:6:3",
        "  |   ^ remove it",
        "error: "no request" has neither a "request" nor a list "item"  [bad-item]",
        " --> a.json:8:12",
        "  |            ^^^^^^^^^^^^ remove it, or give it a request",
        "error: "odd" has an "item" that is no list                     [bad-item]",
        "  --> a.json:14:14",
        "   |              ^^^^^",
        "error: an item is a request or a folder, and this is neither   [bad-item]",
        "  --> a.json:19:5",
        "   |     ^ remove it",
      ]
    `);
  });
});

describe("a collection", () => {
  it("has its requests in Newman's order, by names that are unique", () => {
    const item = [
      { name: "a", request },
      { name: " a\n", request },
      {
        name: "Users",
        item: [
          { name: "a", request },
          { name: "Deep", item: [{ name: 5, request }] },
          { name: "a", request },
        ],
      },
      { name: "Users", item: [{ name: "a", request }] },
      { name: "a (2)", request },
      { request: "{{base}}/things/:id?x=1" },
      { item: [{ name: null, request: { method: "post", url: { raw: "x", host: "{{h}}", path: ["p", "q"] } } }] },
    ];
    expect(collectionFrom({ info: { name: "C" }, item }).requests.map(({ id }) => id)).toEqual([
      "a",
      "a (2)",
      "Users / a",
      "Users / Deep / 5",
      "Users / a (2)",
      "Users / a (3)",
      "a (2) (2)",
      "GET /things/:id",
      "folder without a name / POST /p/q",
    ]);
  });

  it("keeps the ids that its scripts can use, and has others where there is none", () => {
    const ids = ["one", undefined, "two", "two", "with#1", 7, { a: 1 }, ""];
    const item = ids.map((id) => ({ id, name: "n", request }));
    const made = collectionFrom({ info: { name: "C" }, item }).requests.map(({ itemId }) => itemId);
    const own = made.map((id) => (/^[\da-f]{8}-/.test(id) ? "made" : id));
    // Newman takes the last of two.
    expect(own).toEqual(["one", "made", "made", "two", "made", "made", "made", "made"]);
    expect(new Set(made).size).toBe(made.length);
    expect(collectionFrom({ info: { name: "C" }, item }).requests.map(({ itemId }) => itemId)).toEqual(made);
  });

  it("knows where each request stands, be it wrapped as Postman's API does it or not", () => {
    const collection = {
      info: { name: "C" },
      item: [{ name: "f", item: [{ request: { url: "x", body: { item: [{ name: "no" }] } }, name: "here" }] }],
    };
    for (const content of [collection, { collection }]) {
      const { requests, source } = collectionFrom(content);
      const [span] = requests.map((one) => one.span);
      expect(source.text.slice(span?.start, span?.end)).toBe('"here"');
    }
  });

  it("may be nested without end: it is not followed", () => {
    const deep = `{"info":{"name":"C"},"item":${'[{"item":'.repeat(100_000)}[]${"}]".repeat(100_000)}}`;
    expect(read(deep)).toContain("nested more than 200 levels deep");
  });
});

describe("isCollection", () => {
  it.each([
    ['{"info":{"name":"C"},"item":[]}', true],
    ['\uFEFF {"collection":{"info":{},"item":[]}}', true],
    ['{"requests":[],"order":[],"name":"v1"}', true],
    ['{"info":{"schema":"https://schema.getpostman.com/json/collection/v2.1.0/collection.json"}}', true],
    ['{"info":{"schema":"https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},}', true],
    ['{"baseUrl":"http://localhost","endpoints":{"GET /a":200}}', false],
    ['{"info":{"title":"API"},"paths":{}}', false],
    ["name: x\nendpoints: {}", false],
    ['{"name": "broken"', false],
    ["[]", false],
    ["null", false],
    ["", false],
  ])("%s: %s", (text, expected) => {
    expect(isCollection(text)).toBe(expected);
  });

  it("believes a file's name", () => {
    expect(isCollection("{", "shop.postman_collection.json")).toBe(true);
  });
});
