import type { Before, Case, Check } from "../plan/model.ts";
import { levelsVariable } from "../plan/names.ts";
import { guardOf } from "../plan/pattern.ts";
import { jsonLiteral, type Render } from "../template.ts";
import { authDefinition } from "./auth.ts";
import { toDraft07 } from "./draft-07.ts";
import { functionLines } from "./functions.ts";
import { guardLines } from "./guard.ts";

/** A piece of a script, and the codes it is about; absent: it stands for every response. */
interface Statement {
  readonly on?: Check["on"];
  readonly text: string;
}

/** The test script of a case, a line each. `place` is its line in the manifest. */
export function testScript(one: Case, place: string, render: Render): ReadonlyArray<string> {
  refuseDuplicates(one);
  const checks = one.checks.map((check) => checkStatement(check, render));
  const body = [...checks, ...noteStatements(one, render)];
  // What stands for every response comes first, then a block for each set of codes.
  const guarded = body.map(({ on, text }) => ({ condition: on === undefined ? "" : conditionOf(on), text }));
  const lines = [...guardLines(guarded), ...lastLines(one, render)];
  const title = render("item.title", { title: one.title, place });
  return [title.trimEnd(), ...lines, ...functionLines(lines.join("\n"), render)];
}

/** The script before the request, or nothing. */
export function beforeScript({ before, request, levels }: Case, render: Render): ReadonlyArray<string> {
  const own = levels === undefined ? [] : [render("before/levels", { variable: levelsVariable, levels }).trim()];
  if (before === undefined) return own;
  const burst =
    before.kind === "burst" ? { others: before.count - 1, auth: authDefinition(request?.auth ?? null) } : {};
  const script = render(`before/${before.kind}`, { ...before, ...burst }).trim();
  return [...own, ...script.split("\n"), ...functionLines(script, render)];
}

/** A run knows a check by the title of its `pm.test`. */
function refuseDuplicates({ id, checks }: Case): void {
  const titles = new Set<string>();
  for (const { title } of checks) {
    if (titles.has(title)) throw new Error(`two checks of ${id} are called "${title}"`);
    titles.add(title);
  }
}

function checkStatement(check: Check, render: Render): Statement {
  const view = "schema" in check.view ? { ...check.view, schema: toDraft07(check.view.schema) } : check.view;
  const test = check.level === "warning" ? `warn(${jsonLiteral(check.rule)})` : "pm.test";
  const text = render(`checks/${check.rule}`, { ...view, title: check.title, test }).trimEnd();
  return { text, ...(check.on && { on: check.on }) };
}

/** What later cases need of this one. */
function noteStatements({ sent, leftovers, notes, expected }: Case, render: Render): ReadonlyArray<Statement> {
  const statements: Statement[] = [];
  const note = (name: string, view: object) => render(`notes/${name}`, view).trimEnd();
  for (const { name, on, ...view } of notes ?? []) statements.push({ ...(on && { on }), text: note(name, view) });
  if (sent !== undefined) statements.push({ on: guardOf(expected), text: note("sent", { variable: sent }) });
  if (leftovers !== undefined) {
    const { variable, get = null } = leftovers;
    statements.push({ on: ["2xx"], text: note(leftovers.note, { variable, get }) });
  }
  return statements;
}

/** `pm.response.code === 201`: what is said of one status code says nothing of another. */
function conditionOf(on: ReadonlyArray<number | string>): string {
  const codes = on.filter((one) => typeof one === "number");
  const [only] = codes;
  const parts: string[] = [];
  if (codes.length === 1 && only !== undefined) parts.push(`pm.response.code === ${only}`);
  if (codes.length > 1) parts.push(`${jsonLiteral(codes)}.includes(pm.response.code)`);
  for (const one of on) if (typeof one === "string") parts.push(`Math.floor(pm.response.code / 100) === ${one[0]}`);
  return parts.join(" || ");
}

/** What undoes, or does again, what a script did before the request. */
const afterwards: Readonly<Partial<Record<Before["kind"], string>>> = {
  cleanup: "notes/again",
  others: "notes/next-other",
  fill: "notes/unfilled",
};

function lastLines({ before, tests }: Case, render: Render): ReadonlyArray<string> {
  const last = before && afterwards[before.kind];
  const lines =
    last === undefined
      ? []
      : render(last, { ...before })
          .trimEnd()
          .split("\n");
  if (tests === undefined) return lines;
  return [...lines, "// The manifest's own tests.", "refuseAsyncTests();", "{", ...tests.trim().split("\n"), "}"];
}
