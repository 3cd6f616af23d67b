import { readFileSync } from "node:fs";
import { parseJson } from "../../result/json.ts";
import { isNewmanReport } from "../../result/newman/newman-report.ts";
import { newmanRun } from "../../result/newman/newman-run.ts";
import { newmanSecrets } from "../../result/newman/secrets.ts";
import { partsOfRun, type SuitePart } from "../../result/part.ts";
import { createMask } from "../../result/redact/mask.ts";
import { guard } from "../guard.ts";

/** Beyond this V8 holds no text; Newman itself would have run out of memory before. */
const mostBytes = 500_000_000;

/** The run that a JSON report of Newman tells of, less its secrets; undefined: the file is none. */
export function newmanParts(
  file: string,
  { redact, say }: { readonly redact: ReadonlyArray<string>; readonly say: (sentence: string) => void },
): ReadonlyArray<SuitePart> | undefined {
  if (/\.ndjson$/i.test(file)) return undefined;
  const bytes = guard(`read ${file}`, () => readFileSync(file));
  if (bytes.length > mostBytes) return undefined;
  const json = parseJson(bytes.toString("utf8"));
  if (!isNewmanReport(json)) return undefined;
  const mask = createMask(newmanSecrets(json), redact);
  const { run, problems } = newmanRun(json, { file, mask });
  for (const problem of problems) say(`${file}: ${problem}`);
  return run === undefined ? undefined : partsOfRun(run);
}
