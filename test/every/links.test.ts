import { expect, it } from "vitest";
import { faultsOf } from "../support/script.ts";
import { expectedOf, judge, type Vector } from "../support/vectors.ts";

const past = "Wed, 21 Oct 2015 07:28:00 GMT";
const future = "Wed, 21 Oct 2065 07:28:00 GMT";

const vectors: ReadonlyArray<Vector> = [
  { rule: "link-grammar", headers: { Link: "https://api.example/2; rel=next" } },
  { rule: "link-grammar", name: "a space in it", headers: { Link: "<a b>; rel=next" } },
  { rule: "link-grammar", name: "not escaped", headers: { Link: '</a|b>; rel="next"' } },
  { rule: "link-rel-required", headers: { Link: "</2>" } },
  { rule: "link-rel-required", name: "twice", headers: { Link: "</2>; rel=next; rel=last" } },
  { rule: "link-rev-deprecated", headers: { Link: "</2>; rel=next; rev=prev" } },
  { rule: "negotiation-type-honoured", sends: { Accept: "application/xml" } },
  { rule: "negotiation-language-honoured", sends: { "Accept-Language": "de" }, headers: { "Content-Language": "en" } },
  { rule: "accept-patch-grammar", headers: { "Accept-Patch": "json" } },
  { rule: "preference-applied-grammar", headers: { "Preference-Applied": "return=minimal", Vary: "Prefer" } },
  {
    rule: "prefer-vary",
    sends: { Prefer: "return=minimal" },
    headers: { "Preference-Applied": "return=minimal", "Cache-Control": "private, max-age=60", ETag: '"a"' },
  },
  { rule: "deprecation-grammar", headers: { Deprecation: "true" } },
  { rule: "sunset-grammar", headers: { Sunset: "2065-10-21" } },
  { rule: "sunset-grammar", name: "before Deprecation", headers: { Sunset: future, Deprecation: "@4102444800" } },
  { rule: "sunset-passed", headers: { Sunset: past } },

  {
    name: "many links",
    headers: { Link: ['</a,b>; rel="next last"; title="x, y"', "<>; rel=self;, <?page=2>; rel = prev; hreflang"] },
  },
  { name: "a type of JSON that was asked for as another", sends: { Accept: "application/hal+json, text/csv;q=0.1" } },
  { name: "any type", sends: { Accept: "application/xml, */*;q=0.1" } },
  { name: "what is no type", sends: { Accept: ";;;" } },
  {
    name: "types to send",
    headers: { "Accept-Patch": 'application/json, application/merge-patch+json; a="b, c"', "Accept-Post": "*/*" },
  },
  { name: "the end in sight", headers: { Deprecation: "@1688169599", Sunset: future } },
  { name: "a region of the language", sends: { "Accept-Language": "de" }, headers: { "Content-Language": "de-AT" } },
];

it("each broken rule is told by its id, and nothing else", async () => {
  expect(await judge(vectors)).toEqual(expectedOf(vectors));
}, 120_000);

it("pagination-size-respected counts the entries of the one list", () => {
  const headers = [["Content-Type", "application/json"]] as const;
  const told = (query: string, body: unknown) =>
    faultsOf("pagination-size-respected", {
      url: `http://a.example/books?${query}`,
      headers,
      body: JSON.stringify(body),
    });
  expect(told("limit=2", [1, 2, 3])).toEqual(["limit is 2, and there are 3"]);
  expect(told("page=1&per_page=1", { items: [1, 2] })).toHaveLength(1);
  expect(told("limit=3", [1, 2, 3])).toEqual([]);
  expect(told("limit=none", [1, 2, 3])).toEqual([]);
  expect(told("size=1", { data: [1, 2] })).toEqual([]);
  expect(told("limit=1", { error: "no" })).toEqual([]);
});
