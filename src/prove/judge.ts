import { type FaultId, faults } from "../mock/faults.ts";
import type { Group } from "../plan/model.ts";
import { exitCode, exitCodes } from "../result/exit-code.ts";
import type { Run } from "../result/model.ts";
import { evidenceOf, warningsOf } from "./evidence.ts";
import { placesToLook } from "./groups.ts";
import type { Material } from "./material.ts";
import type { Evidence, FaultProof } from "./model.ts";

/** Puts a fault into the mock and runs the suite against it, until the suite turns red. */
export async function judgeFault(id: FaultId, material: Material): Promise<FaultProof> {
  const sites = material.sites.get(id) ?? [];
  const { mistake, breaks } = faults[id];
  const known = { id, mistake, breaks, endpoints: sites.map(({ endpoint }) => endpoint) };
  const places = placesToLook(material.plan, new Set(sites.map(({ key }) => key)));
  const { verdict, evidence } = await runUntilRed(places, { id, material });
  return { ...known, verdict, evidence, remedies: remediesOf({ verdict, evidence, sites, material }) };
}

type Places = ReturnType<typeof placesToLook>;
type Verdict = Pick<FaultProof, "verdict" | "evidence">;

/** Groups share nothing, so what one of them says holds for the whole run; what only a whole run shows comes last. */
async function runUntilRed(
  places: Places,
  { id, material }: { readonly id: FaultId; readonly material: Material },
): Promise<Verdict> {
  const runs: Run[] = [];
  for (const parts of places) {
    for (const part of parts) {
      const run = await material.run([part], id);
      const evidence = evidenceOf(run, { isWhole: false });
      const isAll = part === parts.at(-1);
      // A part that is red by itself, too, says nothing of the fault; all of it is known to be green.
      if (evidence.length > 0 && (isAll || (await isGreen(part, material)))) return { verdict: "caught", evidence };
      if (isAll) runs.push(run);
    }
  }
  const [first] = runs;
  if (first === undefined) return { verdict: "missed", evidence: [] };
  const whole = { ...first, cases: runs.flatMap(({ cases }) => cases) };
  if (exitCode(whole) !== exitCodes.proven)
    return { verdict: "caught", evidence: evidenceOf(whole, { isWhole: true }) };
  const warnings = warningsOf(whole);
  return { verdict: warnings.length > 0 ? "warned" : "missed", evidence: warnings };
}

/** Whether a part of a group is green without a fault; asked once for each part. */
function isGreen(part: Group, { run, green }: Material): Promise<boolean> {
  const key = part.cases.map(({ id }) => id).join("\n");
  const known = green.get(key) ?? run([part]).then((one) => evidenceOf(one, { isWhole: false }).length === 0);
  green.set(key, known);
  return known;
}

interface Missed extends Verdict {
  readonly sites: Parameters<typeof writtenAt>[0];
  readonly material: Material;
}

/** What would make the suite turn red: an error out of a warning, or something to write. */
function remediesOf({ verdict, evidence, sites, material }: Missed): ReadonlyArray<string> {
  if (verdict === "caught") return [];
  if (verdict === "warned") return ruleSwitches(evidence);
  const written = writtenAt(sites);
  if (written.length > 0) return written;
  return [
    material.profile === "thorough"
      ? "nothing: no declaration makes a suite look for it yet"
      : "write `profile: thorough`",
  ];
}

function ruleSwitches(evidence: ReadonlyArray<Evidence>): ReadonlyArray<string> {
  const rules = [...new Set(evidence.map(({ rule }) => rule))];
  return rules.map((rule) => `write \`rules: { ${rule}: error }\`, or run with --strict`);
}

function writtenAt(sites: ReadonlyArray<{ readonly remedy?: string }>): ReadonlyArray<string> {
  return [...new Set(sites.flatMap(({ remedy }) => remedy ?? []))];
}
