import { describe, expect, it } from "vitest";
import { suggest } from "../../src/diagnostic/suggest.ts";

const known = ["expect", "headers", "body", "bodySchema", "query", "as", "path", "public", "GET"];

describe("suggest", () => {
  it.each([
    ["expcet", "expect"],
    ["expects", "expect"],
    ["Expect", "expect"],
    ["bodySchem", "bodySchema"],
    ["bodyschema", "bodySchema"],
    ["heders", "headers"],
    ["qury", "query"],
    ["GTE", "GET"],
    ["exp", "expect"],
  ])("%s: %s", (word, nearest) => {
    expect(suggest(word, known)).toBe(nearest);
  });

  it.each(["zzz", "expect", "is", "", "response", "xy"])("nothing for %j", (word) => {
    expect(suggest(word, known)).toBeUndefined();
  });
});
