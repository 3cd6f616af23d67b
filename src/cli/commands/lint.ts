import { drawNote } from "../../diagnostic/frame.ts";
import { createLocator } from "../../diagnostic/locate.ts";
import { printable } from "../../diagnostic/printable.ts";
import { suggest } from "../../diagnostic/suggest.ts";
import type { LintLevel, LintSetting } from "../../http/lint.ts";
import { type LintId, type LintLevels, lints } from "../../http/lints.ts";
import { type LintFinding, lintManifest } from "../../lint/lint-manifest.ts";
import { expandPlan } from "../../plan/expand.ts";
import { exitCodes } from "../../result/exit-code.ts";
import type { Io } from "../io.ts";
import { type LoadedManifest, loadManifest } from "../load-manifest.ts";
import { UsageError } from "../usage-error.ts";

/** What the command line says to `lint`. */
export interface LintFlags {
  /** Lint -> level, as written. */
  readonly rule?: Readonly<Record<string, string>>;
  readonly hints?: boolean;
}

/** `newmanifest lint`: every mistake in the manifests and in the API they describe, and what is declared and cannot be proven. */
export async function lint(files: ReadonlyArray<string>, flags: LintFlags, io: Io): Promise<number> {
  const levels = levelsOf(flags.rule ?? {});
  const loaded = loadManifest(files, io);
  if (loaded === undefined) return exitCodes.badInput;
  const found = lintManifest(loaded.manifest, levels);
  const shown = found.filter(({ level }) => level !== "hint" || flags.hints === true);
  for (const alike of groupFindings(shown)) io.stdout(`${draw(alike, loaded, io)}\n\n`);
  const cases = expandPlan(loaded.manifest).groups.flatMap((group) => group.cases);
  for (const one of cases) {
    if (one.unproven !== undefined) io.stdout(`${loaded.placeOf(one)}  ${one.title}  unproven: ${one.unproven}\n`);
  }
  const size = `${loaded.manifest.endpoints.length} endpoints, ${cases.length} cases`;
  io.stdout(`${[size, ...countLevels(found, flags.hints === true)].join(" · ")}\n`);
  return found.some(({ level }) => level === "error") ? exitCodes.failed : exitCodes.proven;
}

/** What the same lint says again and again is drawn once, with a line for each of the others. */
function groupFindings(found: ReadonlyArray<LintFinding>): ReadonlyArray<ReadonlyArray<LintFinding>> {
  const groups = new Map<string, LintFinding[]>();
  for (const finding of found) {
    const key = `${finding.id} ${finding.level}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].flatMap((group) => (group.length > 3 ? [group] : group.map((one) => [one])));
}

function draw(alike: ReadonlyArray<LintFinding>, { sources }: LoadedManifest, io: Io): string {
  const [first, ...others] = alike;
  if (first === undefined) return "";
  const { id, level, about, span } = first;
  const { finds, fix } = lints[id];
  const note = { severity: level, message: `${about}: ${finds}`, label: fix, code: id, span };
  const locate = createLocator(sources);
  const places = others.map((other) => {
    const { file, line } = locate(other.span);
    return `    ${file}:${line}  ${printable(other.about)}`;
  });
  const also = places.length === 0 ? [] : [`  and ${places.length} more:`, ...places];
  return [drawNote(note, sources, { color: io.color }), ...also].join("\n");
}

/** `1 error`, `2 warnings`, and hints with the flag that shows them. */
function countLevels(found: ReadonlyArray<LintFinding>, areHintsShown: boolean): ReadonlyArray<string> {
  const counts: Record<LintLevel, number> = { error: 0, warning: 0, hint: 0 };
  for (const { level } of found) counts[level] += 1;
  const texts = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([level, count]) => `${count} ${level}${count === 1 ? "" : "s"}`);
  const areHidden = counts.hint > 0 && !areHintsShown;
  return areHidden ? [...texts.slice(0, -1), `${texts.at(-1)} (--hints shows them)`] : texts;
}

function levelsOf(pairs: Readonly<Record<string, string>>): LintLevels {
  const levels: Partial<Record<LintId, LintSetting>> = {};
  for (const [id, level] of Object.entries(pairs)) {
    if (!isLint(id)) throw new UsageError(`there is no lint "${id}"${didYouMean(id)}`);
    if (!isSetting(level)) throw new UsageError(`the level of ${id} is off, hint, warning or error, not "${level}"`);
    levels[id] = level;
  }
  return levels;
}

function didYouMean(id: string): string {
  const nearest = suggest(id, Object.keys(lints));
  return nearest === undefined ? "" : `: did you mean "${nearest}"?`;
}

function isLint(id: string): id is LintId {
  return Object.hasOwn(lints, id);
}

function isSetting(level: string): level is LintSetting {
  return ["off", "hint", "warning", "error"].includes(level);
}
