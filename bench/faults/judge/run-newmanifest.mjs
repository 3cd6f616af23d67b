import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const bin = fileURLToPath(new URL("../../../dist/cli/bin.js", import.meta.url));
const manifest = fileURLToPath(new URL("../newmanifest.yaml", import.meta.url));

function execute(args) {
  const child = spawn(process.execPath, [bin, ...args], { stdio: ["ignore", "ignore", "pipe"] });
  let talk = "";
  child.stderr.on("data", (chunk) => {
    talk += chunk;
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, talk })));
}

const bad = new Set(["failed", "errored", "inconclusive"]);

/** What is wrong with a case, if anything, with the rule that says so. */
function alarmOf({ outcome, title, attempts }) {
  const { error, checks = [] } = attempts.at(-1) ?? {};
  const level = bad.has(outcome) ? "error" : "warning";
  const failed = checks.find((one) => !one.passed && one.level === level);
  if (level === "warning" && failed === undefined) return [];
  const rule = failed?.rule ?? failed?.id ?? error?.rule ?? error?.code ?? "";
  return [{ outcome: level === "error" ? outcome : "warned", text: `${title}: ${rule}` }];
}

/** What `newmanifest run` says of the API there, as a user runs it. */
export async function runNewmanifest(url, { profile }) {
  const folder = await mkdtemp(join(tmpdir(), "faults-"));
  const report = join(folder, "report.json");
  const flags = ["--base-url", url, "--out", folder, "--reporter", `json=${report}`, "--timeout-request", "5000"];
  if (profile !== undefined) flags.push("--profile", profile);
  const { code, talk } = await execute(["run", manifest, ...flags]);
  if (code === 2) throw new Error(talk);
  const { suites } = JSON.parse(await readFile(report, "utf8"));
  await rm(folder, { recursive: true });
  return suites.flatMap(({ cases }) => cases.flatMap(alarmOf));
}
