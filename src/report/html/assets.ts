import { createHash } from "node:crypto";
import { readDependency } from "../../package.ts";
import { readAsset } from "../../template.ts";
import { linkScript } from "./link-script.ts";

/** What the page carries so that it needs nothing else, and the policy that lets nothing else in. */
export interface Assets {
  readonly style: string;
  readonly chartLibrary: string;
  readonly script: string;
  /** Content-Security-Policy (CSP Level 3): only this style and these scripts, and no request at all. */
  readonly policy: string;
}

const sheets = ["base", "summary", "matrix", "cases", "detail", "metrics", "print"] as const;

export function loadAssets(): Assets {
  const style = sheets.map((name) => readAsset(`report/style/${name}.css`)).join("");
  // Its source map is not there, and a browser would ask for it.
  const chartLibrary = readDependency("chart.js", "chart.umd.min.js").replace(/\n\/\/# sourceMappingURL=\S*\s*$/, "\n");
  const script = linkScript("main", (name) => readAsset(`report/script/${name}.js`));
  for (const text of [style, chartLibrary, script]) refuseMarkup(text);
  const policy = [
    "default-src 'none'",
    `script-src ${hash(chartLibrary)} ${hash(script)}`,
    `style-src ${hash(style)}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return { style, chartLibrary, script, policy };
}

function hash(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** Nothing in an element of raw text can be escaped (HTML, 13.1.2.6); these would end it, or keep it from ending. */
function refuseMarkup(text: string): void {
  if (/<\/(?:script|style)|<!--/i.test(text)) throw new Error("a style or script of the report has markup in it");
}
