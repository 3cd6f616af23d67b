import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Whether there is a Chromium: at its usual place, or where `CHROMIUM` says. */
export const hasChromium = isExecutable(executablePath);

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export function launchChromium(): Promise<Browser> {
  const args = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
  return chromium.launch({
    executablePath,
    args: ["--headless", "--no-sandbox", ...args, "--disable-component-update", "--disable-sync"],
  });
}

/** A report in a window, with all that it should not do. */
export interface OpenReport {
  readonly page: Page;
  /** Errors on the console, exceptions, dialogs, and requests for anything but the file. */
  readonly offences: ReadonlyArray<string>;
  readonly close: () => Promise<void>;
}

/** Opens the page as a file, as a reader does. */
export async function openReport(
  browser: Browser,
  html: string,
  options: BrowserContextOptions = {},
): Promise<OpenReport> {
  const folder = mkdtempSync(join(tmpdir(), "newmanifest-html-"));
  const file = join(folder, "report.html");
  writeFileSync(file, html);
  const { href } = pathToFileURL(file);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const offences: string[] = [];
  page.on("console", (message) => offences.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => offences.push(`exception: ${error.message}`));
  page.on("dialog", (dialog) => {
    offences.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (request.url() !== href) offences.push(`request: ${request.url().slice(0, 200)}`);
  });
  await page.goto(href);
  const close = async () => {
    await context.close();
    rmSync(folder, { recursive: true });
  };
  return { page, offences, close };
}
