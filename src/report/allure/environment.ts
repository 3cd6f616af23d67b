import type { Result } from "../../result/result.ts";
import { suiteName } from "../common/troubles.ts";

/** `environment.properties`, which Allure shows as a table: the suites with where they ran. */
export function environmentProperties({ suites }: Result): string {
  return suites.map((suite) => `${key(suiteName(suite))} = ${value(suite.baseUrl)}\n`).join("");
}

function key(text: string): string {
  return ascii(text.replace(/[\\ \t:=#!]/g, "\\$&")) || "suite";
}

function value(text: string): string {
  return ascii(text.replaceAll("\\", "\\\\").replace(/^ /, "\\ "));
}

/** Java reads such files as Latin-1, and lines end where they end. */
function ascii(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
