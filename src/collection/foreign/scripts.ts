import { isRecord, type JsonRecord, recordsOf } from "./json.ts";

/** The scripts of a collection, a folder or a request that are switched on, one after the other. */
export function scriptsOf(json: JsonRecord): string {
  const events = recordsOf(json.event).filter(({ disabled }) => disabled !== true);
  return events
    .map(({ script }) => sourceOf(script))
    .filter((source) => source.trim() !== "")
    .join("\n");
}

/** A script is text, a list of lines, or an object with either. */
function sourceOf(script: unknown): string {
  const exec = isRecord(script) ? script.exec : script;
  if (typeof exec === "string") return exec;
  return Array.isArray(exec) ? exec.filter((line) => typeof line === "string").join("\n") : "";
}

/** What scripts may give values to. */
export interface SetVariables {
  readonly names: ReadonlySet<string>;
  /** Some names are made when they run: any variable may be among them. */
  readonly isOpen: boolean;
}

/** `pm.environment.set("token"`, `postman.setEnvironmentVariable('token'`, and whatever else is called so. */
const named = /\bset(?:\w+Variable)?\s*\(\s*(["'`])((?:(?!\1)[^\\\n])*)\1\s*,/g;
const computed = /\bset(?:\w+Variable)?\s*\(\s*(?:[^"'`\s)]|(["'`])(?:(?!\1)[^\\\n])*\1\s*[^,\s)]|`[^`]*\$\{)/;
/** Code that is not there to be read. */
const hidden = /\beval\s*\(|\bnew\s+Function\b|\bpm\.require\s*\(/;

/** The variables that a script gives values to, by its text. */
export function variablesSetBy(source: string): SetVariables {
  const names = [...source.matchAll(named)].map(([, , name = ""]) => name).filter((name) => !name.includes("${"));
  return { names: new Set(names), isOpen: computed.test(source) || hidden.test(source) };
}
