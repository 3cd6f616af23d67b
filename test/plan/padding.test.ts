import { describe, expect, it } from "vitest";
import { paddingOf } from "../../src/plan/changes/padding.ts";
import { expandPlan } from "../../src/plan/expand.ts";
import { casesOf, manifestOf } from "../support/suite.ts";

/** The text with three paddings. */
function padded(text: string, type: string): string {
  const { start, padding, end } = paddingOf(text, type);
  return `${start}${padding.repeat(3)}${end}`;
}

describe("a text that is too large", () => {
  it.each([
    ["text/csv", "id,name\n1,Ann\n", "id,name\n1,Ann\n1,Ann\n1,Ann\n1,Ann\n"],
    ["text/csv; charset=utf-8", "id,name\r\n1,Ann", "id,name\r\n1,Ann\r\n1,Ann\r\n1,Ann\r\n1,Ann"],
    ["text/plain", "one", "one\none\none\none"],
    ["application/x-ndjson", "{}\n", "{}\n{}\n{}\n{}\n"],
    ["application/xml", "<note/>", "<note/><!--nnn-->"],
    ["image/svg+xml", "<svg/>\n", "<svg/>\n<!--nnn-->"],
    ["application/octet-stream", "ab", "abababab"],
    ["text/plain", "", "nnn"],
    ["text/plain", "for {{$guid}}", "for {{$guid}}nnn"],
  ])("is still %s", (type, text, larger) => {
    expect(padded(text, type)).toBe(larger);
  });

  it("is of 11 MB, whatever it is made of, and 413 alone is right where it is declared", () => {
    const text = `
baseUrl: http://localhost:1
endpoints: { POST /files: { rawBody: { text: "a,ü\\n", contentType: text/csv }, expect: 201 400 413 422 } }
`;
    const large = casesOf(expandPlan(manifestOf(text))).find(({ edge }) => edge === "ec-body-too-large");
    expect(large?.expected.text).toBe("413");
    expect(large?.also).toEqual([]);
    expect(large?.mayReset).toBe(true);
    expect(large?.before).toEqual({
      kind: "fill",
      values: [{ variable: "newmanifest_long", text: "a,ü\n", times: 2_200_000 }],
    });
  });
});
