import fc from "fast-check";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { describe, expect, test } from "vitest";
import { cellCode, code, details, fence, htmlCode, md, strong, table } from "../../src/report/markdown/escape.ts";
import { markdownWithin, renderJobSummary, renderMarkdown } from "../../src/report/markdown/render-markdown.ts";
import { resultOf } from "../../src/result/result-of.ts";
import { anyRun, hostileText } from "../result/run-arbitrary.ts";
import { answered, buildCase, buildRun, check, refused } from "../result/run-builder.ts";
import { bookstoreRun } from "./bookstore-run.ts";
import { emptyResult, hostile, richResult } from "./rich-result.ts";

/** As GitHub reads it: with tables, addresses that become links by themselves, and HTML as it is. */
function html(markdown: string): string {
  return micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
}

/** Only these may come of a report; anything else was in a text. */
const ours = "details summary code pre h2 h3 table thead tbody tr th td ul li p strong em".split(" ");

function checkHtml(markdown: string): string {
  const drawn = html(markdown);
  const tags = [...drawn.matchAll(/<\/?([a-z0-9!?]+)/gi)].map(([, tag]) => tag ?? "");
  expect([...new Set(tags)].filter((tag) => !ours.includes(tag))).toEqual([]);
  // Each element ends, in the order in which they began: an attribute without a value is no XML.
  const document = `<body>${drawn.replaceAll("<details open>", "<details>")}</body>`;
  expect(XMLValidator.validate(document)).toBe(true);
  return drawn;
}

/** The text of a page, without the spaces that have no width. */
function textOf(drawn: string): string {
  const parser = new XMLParser({ preserveOrder: true, trimValues: false, htmlEntities: true, parseTagValue: false });
  const collect = (node: unknown): string => {
    if (Array.isArray(node)) return node.map(collect).join("");
    if (typeof node !== "object" || node === null) return "";
    return Object.entries(node)
      .map(([name, value]) => (name === "#text" ? String(value) : collect(value)))
      .join("");
  };
  return collect(parser.parse(`<body>${drawn.replaceAll("<details open>", "<details>")}</body>`)).replaceAll(
    "\u200b",
    "",
  );
}

describe("what is written of hostile text", () => {
  const mentions = /(^|[^\w`])@\w|(^|\W)#\d|\bGH-\d|:\/\/|\bwww\./;

  test.each(hostile)("%j is text, wherever it stands", (text) => {
    const page = [
      md(text),
      `- **${md(text)}**: ${code(text)}`,
      table(["", md(text)], [[cellCode(text), md(text)]]),
      details(`${htmlCode(text)} ${md(text)}`, `${md(text)}\n\n${fence(text, "sh")}`),
    ].join("\n\n");
    const drawn = checkHtml(page);
    expect(drawn).not.toContain("<a ");
    // Outside of code, GitHub finds no mention, no issue and no address.
    const prose = textOf(html(md(text)).replaceAll("\u200b", "\u0001"));
    expect(prose.replaceAll("\u0001", "|")).not.toMatch(mentions);
  });

  test("any text comes out as it went in", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const shown = text.replace(/[\n\r\t\v\f\u0085\u2028\u2029]/g, " ");
        // What cannot be printed is replaced, and blanks at the ends are nobody's.
        if (/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Cn}\p{Co}]|^\s|\s$|\s\s/u.test(shown) || shown === "") return;
        expect(textOf(html(`x${md(text)}`))).toBe(`x${shown}`);
        expect(textOf(html(`- ${md(text)}`)).trim()).toBe(shown);
        expect(textOf(html(`x ${code(text)}`))).toBe(`x ${shown}`);
      }),
      // Only a text that is read as a number shows that it must not be.
      { numRuns: 100, examples: [["+0"], ["007"]] },
    );
  });
});

test("the report of a small run", () => {
  const [suite] = resultOf(bookstoreRun).suites;
  expect(suite).toBeDefined();
  const markdown = renderMarkdown(resultOf(bookstoreRun));
  checkHtml(markdown);
  expect(markdown).toMatchInlineSnapshot(`
    "## ❌ 2 failed, 1 errored, 6 of 13 cases passed in 3.1 s

    | suite | environment | passed | failed | flaky | errored | inconclusive | unproven | skipped | warnings | time |
    |---|---|---|---|---|---|---|---|---|---|---|
    | Bookstore | staging | 5 | 2 | 1 | 1 | 2 | 1 | 1 | 2 | 3.1 s |

    <details open><summary>Matrix of Bookstore (staging)</summary>

    |  | 200 | 201 | 304 | 400 | 401 | 404 | 409 | 422 | 503 |
    |---|---|---|---|---|---|---|---|---|---|
    | \`GET /health\` | ✅ |  |  |  |  |  |  |  | ⚪ |
    | \`GET /books\` | ✅ |  |  |  | ✅ | ☑️ |  |  |  |
    | \`POST /books\` |  | ❌ |  | ☑️ | ✅ |  | 💥 | ❌ |  |
    | \`GET /books/{id}\` | ❔ |  | ❔ |  |  | ➖ |  |  |  |

    ✅ proven · ❌ failed · 💥 errored · ❔ inconclusive · ⚪ unproven · ➖ skipped · ☑️ implied

    </details>

    ### Failures

    <details><summary>❌ <code>POST /books -&#62; 201 creates a book</code></summary>

    - **Location points to what was created: expected undefined to be a string**
    - **the answer says the id of what was created: no id**
    - why: clients reach the new resource without another request (the guide: always include a Location header with 201; RFC 9110, 9.3.3)
    - why: everything else of this resource is asked for by that id (the guide: clients can access it immediately without additional requests)
    - at \`api.yaml:8:13\`

    \`\`\`sh
    curl -X POST http://localhost:4010/books -H 'Authorization: Bearer ***' -H Content-Type: --data-raw '{"title":"Dune","pages":412}'
    \`\`\`

    The body:

    \`\`\`
    {"title":"Dune","pages":412}
    \`\`\`

    </details>

    <details><summary>💥 <code>POST /books -&#62; 409 when it exists already</code></summary>

    - **connect ECONNREFUSED 127.0.0.1:4010**
    - at \`api.yaml:8:25\`

    \`\`\`sh
    curl http://localhost:4010/books
    \`\`\`

    </details>

    <details><summary>❌ <code>POST /books -&#62; 422 when title is missing</code></summary>

    - **expected 422 Unprocessable Content, got 201 Created**
    - why: a required field was left out; 422 when the syntax is right and the meaning is not (RFC 9110, 15.5.21)
    - at \`api.yaml:8:29\`

    \`\`\`sh
    curl -X POST http://localhost:4010/books -H 'Authorization: Bearer ***' -H Content-Type: --data-raw '{"pages":412}'
    \`\`\`

    </details>

    ### Flaky

    - GET /books -> 200: passed on attempt 2, after 503 Service Unavailable

    ### Inconclusive

    - 2 cases: it proves nothing because this failed: POST /books -> 201 creates a book

    ### Unproven

    - GET /health -> 503: no recipe provokes 503: add &#96;when&#96;, the change to the request that does

    ### Warnings

    - the body explains the error (4xx-body-explains): 2 cases, the first: GET /books -> 401 without credentials

    ### Known or skipped

    - 1 case: &#45;-grep

    <details><summary>Metrics</summary>

    |  | responses | 2xx | as expected | 4xx | 5xx | 429 | p50/p95 of 2xx, ms | of 4xx | of 5xx |
    |---|---|---|---|---|---|---|---|---|---|
    | Bookstore (staging) | 11 | 36.4 % | 72.7 % | 45.5 % | 9.1 % | 0 % | 20/812 | 12/12 | 12/12 |

    </details>

    "
  `);
});

test("a result with something of everything is a page in which nothing else is", () => {
  const markdown = renderMarkdown(richResult);
  const text = textOf(checkHtml(markdown));
  expect(text).toContain("p95 is 1.2 s, and must be < 800ms");
  expect(text).toContain("shard 2 of 3 is missing");
  expect(text).toContain("Fails for the first time");
  expect(text).toContain("known until 2027-01-31: ticket 12 is open");
  expect(text).toContain("❌ POST /books -> 422 when title is missing · Bookstore (staging) · new");
  expect(text).not.toContain("Left out");
});

test("a run without cases, and one that is green", () => {
  expect(checkHtml(renderMarkdown(emptyResult))).toContain("✅ 0 of 0 cases passed");
  expect(renderMarkdown(resultOf(buildRun([buildCase("GET /books", "200")])))).toContain(
    "## ✅ 1 of 1 case passed in 3.1 s",
  );
});

describe("what is longer than there is room for", () => {
  const body = "x".repeat(3000);
  const failed = (index: number) =>
    buildCase("POST /books", "201", {
      about: `no. ${index}`,
      attempts: [answered("POST /books", 500, { expected: "201", body })],
    });
  const long = resultOf(buildRun(Array.from({ length: 400 }, (_, index) => failed(index))));

  test("says what is left out, and is cut between its blocks", () => {
    const markdown = renderMarkdown(long);
    expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(65_000);
    expect(markdown).toMatch(/^_Left out for want of room: 38\d failures\._$/m);
    const text = textOf(checkHtml(markdown));
    expect(text).toContain("Matrix of Bookstore (local)");
    expect(Buffer.byteLength(renderJobSummary(long))).toBeGreaterThan(900_000);
    expect(Buffer.byteLength(renderJobSummary(long))).toBeLessThanOrEqual(1_000_000);
  });

  test.each([1000, 2000, 3000, 5000, 8000, 12_000])("fits %i bytes, whatever is in it", (limit) => {
    for (const result of [richResult, long]) {
      const markdown = markdownWithin(result, limit);
      expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(limit);
      checkHtml(markdown);
      expect(markdown).toContain("Left out for want of room");
    }
  });
});

test("any run is a page", () => {
  fc.assert(
    fc.property(anyRun, (run) => void checkHtml(renderMarkdown(resultOf(run)))),
    { numRuns: 50 },
  );
});

test.each(["", " ", "a", " a "])("what stands out is no line across the page: %j", (title) => {
  const attempt = answered("GET /a", 500, { checks: [check("", false, { title, message: "" })] });
  checkHtml(renderMarkdown(resultOf(buildRun([buildCase("GET /a", "500", { attempts: [attempt] })]))));
  expect(checkHtml(`- ${strong(title)}`)).toContain(title.trim() === "" ? "<li></li>" : "<strong>a</strong>");
});

test("an error without a word is told in words", () => {
  const attempt = refused({ code: "", message: "" });
  const drawn = checkHtml(renderMarkdown(resultOf(buildRun([buildCase("GET /a", "200", { attempts: [attempt] })]))));
  expect(drawn).toContain("<strong>no error was given</strong>");
});
