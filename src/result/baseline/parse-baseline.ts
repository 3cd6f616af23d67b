import type { z } from "zod";
import type { Diagnostic, Report } from "../../diagnostic/diagnostic.ts";
import type { SourceText } from "../../diagnostic/locate.ts";
import { sortDiagnostics } from "../../diagnostic/sort.ts";
import { suggest } from "../../diagnostic/suggest.ts";
import { isError } from "../../diagnostic/word.ts";
import { suiteRules } from "../../http/rules/suite.ts";
import { rules } from "../../http/rules.ts";
import { baselineSchema, deviationKeys, deviationSchema } from "./baseline-schema.ts";
import { deviationKey, wholeSuite } from "./failures.ts";
import { type PlacedJson, readPlacedJson } from "./json-places.ts";
import type { Baseline, KnownDeviation } from "./model.ts";

/** What a file of known deviations says; no baseline where it has an error. */
export interface ParsedBaseline {
  readonly baseline?: Baseline;
  readonly diagnostics: ReadonlyArray<Diagnostic>;
}

/** Reads a file of known deviations, with all that is wrong with it. */
export function parseBaseline(source: SourceText): ParsedBaseline {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const json = readPlacedJson(source, report);
  const known = json && readKnown(json, report);
  const sorted = sortDiagnostics(diagnostics, [source]);
  if (known === undefined || sorted.some(isError)) return { diagnostics: sorted };
  return { baseline: { file: source.file, known }, diagnostics: sorted };
}

function readKnown(json: PlacedJson, report: Report): ReadonlyArray<KnownDeviation> | undefined {
  const parsed = baselineSchema.safeParse(json.value);
  for (const issue of parsed.error?.issues ?? []) reportIssue(issue, json, report);
  // What is wrong with the form of an entry, or of another one, must not hide what is wrong with its meaning.
  const known = parsed.data?.known ?? entriesIn(json.value);
  const first = new Map<string, number>();
  for (const [index, entry] of known.entries()) {
    if (entry === undefined) continue;
    checkEntry(entry, { json, index, report });
    const key = deviationKey(entry);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, index);
    else {
      const args = { case: entry.case, rule: entry.rule, first: json.spanAt(["known", earlier, "case"]) };
      report({ code: "deviation-twice", args, span: json.spanAt(["known", index, "case"]) });
    }
  }
  return parsed.data?.known;
}

/** The entries of a list that has something wrong, each at its place, as far as they can be read. */
function entriesIn(value: unknown): ReadonlyArray<KnownDeviation | undefined> {
  const list = typeof value === "object" && value !== null && "known" in value ? value.known : undefined;
  return Array.isArray(list) ? list.map((entry) => deviationSchema.safeParse(entry).data) : [];
}

interface EntryPlace {
  readonly json: PlacedJson;
  readonly index: number;
  readonly report: Report;
}

function checkEntry(entry: KnownDeviation, { json, index, report }: EntryPlace): void {
  const spanOf = (key: keyof KnownDeviation) => json.spanAt(["known", index, key]);
  for (const key of deviationKeys) {
    if (entry[key].trim() === "") report({ code: "empty-text", args: { key }, span: spanOf(key) });
  }
  if (entry.expires.trim() !== "" && !isDay(entry.expires)) {
    report({ code: "bad-date", args: { text: entry.expires }, span: spanOf("expires") });
  }
  const problem = entry.rule.trim() === "" ? undefined : ruleProblem(entry);
  if (problem) report({ ...problem, span: spanOf("rule") });
}

const idLike = /^[a-z0-9]+(?:-[a-z0-9]+)+$/;

function ruleProblem({ case: of, rule: id }: KnownDeviation): Diagnostic | undefined {
  if (of === wholeSuite) {
    if (Object.hasOwn(suiteRules, id)) return undefined;
    return { code: "unknown-suite-rule", args: { id, nearest: suggest(id, Object.keys(suiteRules)) } };
  }
  if (!idLike.test(id) || Object.hasOwn(rules, id)) return undefined;
  return { code: "unlikely-rule", args: { id, nearest: suggest(id, Object.keys(rules)) } };
}

/** `2027-01-31`, and no 30th of February. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function reportIssue(issue: z.core.$ZodIssue, json: PlacedJson, report: Report): void {
  const { path } = issue;
  const [top] = path;
  if (issue.code === "unrecognized_keys") {
    const known = path.length === 0 ? ["format", "version", "known"] : deviationKeys;
    for (const key of issue.keys) {
      report({ code: "unknown-key", args: { key, nearest: suggest(key, known) }, span: json.keyAt([...path, key]) });
    }
  } else if (path.length === 0 || top === "format") {
    report({
      code: "not-a-baseline",
      args: { problem: 'its format is not "newmanifest-baseline"' },
      span: json.spanAt(path),
    });
  } else if (top === "version") {
    report({ code: "not-a-baseline", args: { problem: "this newmanifest reads version 1" }, span: json.spanAt(path) });
  } else if (valueAt(json.value, path) === undefined) {
    report({ code: "missing-key", args: { key: String(path.at(-1)) }, span: json.spanAt(path) });
  } else {
    const args = { expected: issue.message, got: describe(valueAt(json.value, path)) };
    report({ code: "wrong-type", args, span: json.spanAt(path) });
  }
}

function valueAt(value: unknown, path: ReadonlyArray<PropertyKey>): unknown {
  let found = value;
  for (const key of path) found = typeof found === "object" && found !== null ? Reflect.get(found, key) : undefined;
  return found;
}

function describe(value: unknown): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "a map" : String(JSON.stringify(value));
}
