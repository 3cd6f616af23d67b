import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { resultOf } from "../../../src/result/result-of.ts";
import { answered, buildCase, buildRun } from "../../result/run-builder.ts";
import { hasChromium, launchChromium, openReport } from "./chromium.ts";
import { fullResult, hostileRun, htmlOf, largeRun, sources } from "./results.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const full = htmlOf(fullResult(), { sources });

describe.runIf(hasChromium)(
  "the page in a real Chromium (needs one at /usr/bin/chromium, or where CHROMIUM says)",
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launchChromium();
    });
    afterAll(() => browser?.close());

    test("a cell of the matrix narrows the list, by mouse and by keyboard", async () => {
      const { page, offences, close } = await openReport(browser, full);
      expect(await shown(page)).toBe("16 cases");
      const cell = page.locator('.cell[data-endpoint="POST /books"][data-code="422"]');
      await cell.click();
      expect(await shown(page)).toBe("1 of 16 cases");
      // What is expected to be 400 or 422 was 400, and stands there.
      expect(await titles(page)).toEqual(["POST /books -> 422 when title is missing"]);
      await cell.click();
      expect(await shown(page)).toBe("16 cases");
      await page.locator('.cell[data-endpoint="GET /health"][data-code="200"]').focus();
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      expect(await titles(page)).toEqual(["GET /health -> 503"]);
      await page.locator("#clear").click();
      expect(await shown(page)).toBe("16 cases");
      expect(offences).toEqual([]);
      await close();
    });

    test("the list is searched and narrowed by each control", async () => {
      const { page, offences, close } = await openReport(browser, full);
      await page.locator("#search").fill("201-LOCATION-present");
      expect(await titles(page)).toEqual(["POST /books -> 201 creates a book"]);
      await page.locator("#search").fill("econnrefused");
      expect(await titles(page)).toEqual(["POST /books -> 409 when it exists already"]);
      await page.locator("#search").fill("nothing is called so");
      expect(await page.locator("#list").textContent()).toBe("No case is like that.");
      await page.locator("#clear").click();
      const narrowed = { outcome: "flaky", suite: "1", origin: "implied", change: "new" };
      const counts: Record<string, string | null> = {};
      for (const [id, value] of Object.entries(narrowed)) {
        await page.locator(`#${id}`).selectOption(value);
        counts[id] = await shown(page);
        await page.locator("#clear").click();
      }
      await page.locator("#warned").check();
      counts.warned = await shown(page);
      expect(counts).toEqual({
        outcome: "2 of 16 cases",
        suite: "3 of 16 cases",
        origin: "2 of 16 cases",
        change: "1 of 16 cases",
        warned: "2 of 16 cases",
      });
      expect(offences).toEqual([]);
      await close();
    });

    test("a case opens with what was expected and what came, and its address leads there", async () => {
      const { page, offences, close } = await openReport(browser, full);
      await page.locator("summary", { hasText: "GET /orders/{id} -> 200" }).click();
      const whole = page.locator(".whole");
      expect(await whole.locator(".compare").allInnerTexts()).toEqual([
        "$.id\nexpected\nthere\ngot\nmissing",
        "$.total\nexpected\na string\ngot\na number",
        "expected\n'closed order'\ngot\n'open order'",
      ]);
      expect(await whole.locator("ins, del").allTextContents()).toEqual(expect.arrayContaining(["closed", "open"]));
      // Laid out, and no digit lost.
      expect(await whole.locator(".body").innerText()).toBe('{\n  "total": 12345678901234567890,\n  "items": []\n}');
      const address = page.url();
      await page.goto("about:blank");
      await page.goto(address);
      expect(await page.locator(".case[open] .title").allTextContents()).toEqual(["GET /orders/{id} -> 200"]);
      await page.locator(".links a", { hasText: "POST /books -> 409" }).click();
      await page.locator(".case[open]", { hasText: "POST /books -> 409 when it exists already" }).waitFor();
      expect(offences.filter((offence) => !offence.includes("about:blank"))).toEqual([]);
      await close();
    });

    test("light and dark look different, and neither is hard to read or to use", async () => {
      const { page, offences, close } = await openReport(browser, full, { colorScheme: "light" });
      await page.locator(".case summary").first().click();
      const light = await colours(page);
      expect(await seriousIssues(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      const dark = await colours(page);
      expect(dark).not.toEqual(light);
      expect(await seriousIssues(page)).toEqual([]);
      await page.locator(".theme label", { hasText: "Light" }).click();
      expect(await colours(page)).toEqual(light);
      expect(offences).toEqual([]);
      await close();
    });

    test("hostile texts are shown, and nothing of them is executed", async () => {
      const { page, offences, close } = await openReport(browser, htmlOf(resultOf(hostileRun())));
      expect(await shown(page)).toBe("5 cases");
      for (const summary of await page.locator("#list summary").all()) await summary.click();
      const marked = page.locator("main script, main img, main iframe, body > img");
      expect(await marked.count()).toBe(0);
      const text = await page.locator("main").innerText();
      expect(text).toContain("<script>alert(1)</script><img src=x onerror=alert(2)>\"]]>'</script><!--<script>");
      expect(text).not.toMatch(/[\u202e\u2028]/);
      expect(await page.locator(".body").first().innerText()).toContain("<script>alert(1)</script>");
      expect(offences).toEqual([]);
      await close();
    });

    test("a body of 5 MB is cut, and the page says so", async () => {
      const body = `{"text":"${"x".repeat(5_000_000)}"}`;
      const run = buildRun([
        buildCase("GET /big", "200", { attempts: [answered("GET /big", 500, { expected: "200", body })] }),
      ]);
      const html = htmlOf(resultOf(run));
      expect(html.length).toBeLessThan(500_000);
      const { page, offences, close } = await openReport(browser, html);
      await page.locator("#list summary").first().click();
      expect(await page.locator(".cut").innerText()).toBe("The first 65,536 of 5,000,011 characters.");
      expect(offences).toEqual([]);
      await close();
    });

    test("of 20,000 cases the page holds a few rows at a time, wherever it is scrolled to", async () => {
      const { page, offences, close } = await openReport(browser, htmlOf(resultOf(largeRun(20_000))));
      expect(await shown(page)).toBe("20,000 cases");
      expect(await page.locator(".case").count()).toBeLessThan(250);
      await page.locator("#order").selectOption("plan");
      await scrollThrough(page);
      await page.locator(".title", { hasText: "no. 19999" }).waitFor();
      expect(await page.locator(".case").count()).toBeLessThan(250);
      expect(await page.locator("*").count()).toBeLessThan(25_000);
      await page.locator("#search").fill("no. 12345");
      expect(await titles(page)).toEqual(["GET /things/145/parts -> 200 no. 12345"]);
      expect(offences).toEqual([]);
      await close();
    });

    test("on paper: the failures, open, and no controls; on a telephone: nothing sticks out", async () => {
      const { page, offences, close } = await openReport(browser, full, { viewport: { width: 360, height: 740 } });
      await page.locator(".case summary").first().click();
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
      await page.emulateMedia({ media: "print" });
      await page.locator("#print .case[open] .compare").first().waitFor();
      expect(await page.locator("#print .case[open]").count()).toBe(6);
      expect(await page.locator(".filters").isVisible()).toBe(false);
      expect(offences).toEqual([]);
      await close();
    });
  },
);

function shown(page: Page): Promise<string | null> {
  return page.locator("#shown").textContent();
}

/** From the top of the list to its end, with a look at what is between. */
function scrollThrough(page: Page): Promise<unknown> {
  return page.evaluate(`(async () => {
    const list = document.querySelector("#list");
    for (let step = 0; step <= 12; step++) {
      list.scrollTo(0, (list.scrollHeight * step) / 12);
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    }
  })()`);
}

function titles(page: Page): Promise<ReadonlyArray<string>> {
  return page.locator("#list .title").allTextContents();
}

function colours(page: Page): Promise<unknown> {
  return page.evaluate(
    '["body", ".topbar", ".cell.failed"].map((each) => { const { color, backgroundColor } = getComputedStyle(document.querySelector(each)); return [color, backgroundColor]; })',
  );
}

/** What axe-core finds that keeps somebody from reading or using the page. */
async function seriousIssues(page: Page): Promise<unknown> {
  await page.evaluate(axe);
  return page.evaluate(
    'axe.run().then(({ violations }) => violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html, failureSummary }) => html.slice(0, 200) + failureSummary)]))',
  );
}
