import newman, { type NewmanRunOptions } from "newman";
import type { Item } from "postman-collection";
import type { ForeignCollection } from "../../src/collection/foreign/model.ts";
import { readCollection } from "../../src/collection/foreign/read-collection.ts";
import { drawDiagnostic } from "../../src/diagnostic/frame.ts";
import type { CaseRun, Run } from "../../src/result/model.ts";
import { outcomes } from "../../src/result/outcome.ts";
import { type ForeignOptions, foreignSuite } from "../../src/run/foreign/foreign-suite.ts";
import { type RunSuitesOptions, runSuites } from "../../src/run/run-suites.ts";
import { openLocalStation } from "../../src/run/station/local.ts";

/** A collection from its text or its content; a mistake in it fails the test. */
export function collectionFrom(content: string | object, file = "some.postman_collection.json"): ForeignCollection {
  const text = typeof content === "string" ? content : JSON.stringify(content, null, "\t");
  const { collection, diagnostics } = readCollection({ file, text });
  if (collection === undefined) throw new Error(diagnostics.map((one) => drawDiagnostic(one, [])).join("\n"));
  return collection;
}

/** A suite that must have no errors. */
export function suiteFrom(content: string | object, options: ForeignOptions = {}) {
  const made = foreignSuite(collectionFrom(content), options);
  const { suite, diagnostics, sources } = made;
  if (suite === undefined) throw new Error(diagnostics.map((one) => drawDiagnostic(one, sources)).join("\n"));
  return { ...made, suite };
}

/** Runs a collection as the command does. */
export async function runForeign(
  content: string | object,
  options: ForeignOptions = {},
  running: Partial<RunSuitesOptions> = {},
): Promise<Run> {
  const { suite, environment } = suiteFrom(content, { timeoutRequestMs: 5000, ...options });
  return runSuites({ suites: [suite], openStation: openLocalStation(), environment, ...running });
}

/** An execution of an item, as both sides tell of it. */
export interface Visit {
  /** Its item's name, with the iteration behind it after the first one. */
  readonly name: string;
  /** `passed  status is 200`; skipped ones left out. */
  readonly assertions: ReadonlyArray<string>;
  /** It was not sent, or a script of it threw. */
  readonly isErrored: boolean;
}

/** What Newman itself says of a collection: what counts of an item that was sent several times is what went wrong. */
export async function runPlain(collection: object, options: Omit<NewmanRunOptions, "collection"> = {}) {
  const visits = new Map<string, Visit>();
  let current: { assertions: string[]; isErrored: boolean; isSent: boolean };
  return new Promise<{ readonly visits: ReadonlyArray<Visit>; readonly failures: number }>((resolve, reject) => {
    const run = newman.run({ collection, reporters: [], ...options }, (error, summary) =>
      error ? reject(error) : resolve({ visits: [...visits.values()], failures: summary.run.failures.length }),
    );
    run.on("beforeItem", () => {
      current = { assertions: [], isErrored: false, isSent: false };
    });
    run.on("beforeRequest", () => {
      current.isSent = true;
    });
    for (const event of ["request", "script"] as const) {
      run.on(event, (error) => {
        if (error) current.isErrored = true;
      });
    }
    run.on("assertion", (error, { assertion, skipped }) => {
      if (!skipped) current.assertions.push(`${error ? "failed" : "passed"}  ${assertion}`);
    });
    run.on("item", (_error, { item, cursor }) => {
      const key = `${cursor.iteration} ${cursor.position}`;
      const before = visits.get(key);
      const { isSent, isErrored, assertions } = current;
      if ((!isSent && assertions.length === 0) || (before !== undefined && isWrong(before))) return;
      // A script that threw has lost some of them, so that they say nothing.
      visits.set(key, { name: named(item, cursor.iteration), assertions: isErrored ? [] : assertions, isErrored });
    });
  });
}

function isWrong({ assertions, isErrored }: Visit): boolean {
  return isErrored || assertions.some((each) => each.startsWith("failed"));
}

function named({ name, request }: Pick<Item, "name" | "request">, iteration: number): string {
  const own = (name ?? `${request.method} ${request.url.getPath()}`).trim();
  return iteration === 0 ? own : `${own} [iteration ${iteration + 1}]`;
}

/** The same of a run of ours: cases that were sent, in plan order. */
export function visitsOf(run: Run): ReadonlyArray<Visit> {
  return run.cases.flatMap((one) => {
    const last = one.attempts.at(-1);
    if (last === undefined) return [];
    const assertions = last.checks.map(({ title, passed }) => `${passed ? "passed" : "failed"}  ${title}`);
    return [{ name: one.title.split(" / ").at(-1) ?? "", assertions, isErrored: last.status === "errored" }];
  });
}

/** `outcome  title` of every case. */
export function outcomesOf(run: Run): ReadonlyArray<string> {
  const became = outcomes(run.cases);
  return run.cases.map((one: CaseRun) => `${became.get(one.id)}  ${one.title}`);
}
