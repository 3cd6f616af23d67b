import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { SourceText } from "../../diagnostic/locate.ts";
import { isRecord, type JsonRecord, readPrivateJson, textOf } from "./json.ts";
import { type Variable, variablesIn } from "./scopes.ts";

/** An environment or globals, as Newman takes them. */
export interface ForeignValues {
  readonly name: string;
  readonly scope: { readonly name?: string; readonly values: ReadonlyArray<JsonRecord> };
  /** Those that are switched on. */
  readonly variables: ReadonlyArray<Variable>;
}

/** What a file gives, or what is wrong with it. */
export interface ReadValues {
  readonly values?: ForeignValues;
  readonly diagnostics: ReadonlyArray<Diagnostic>;
}

/** Reads Postman's file of an environment or of globals; an object of names and values will do. No mistake quotes the file. */
export function readValues(source: SourceText, kind: "environment" | "globals"): ReadValues {
  const diagnostics: Diagnostic[] = [];
  const value = readPrivateJson(source, (args) => diagnostics.push({ code: "bad-values", args }));
  if (diagnostics.length > 0) return { diagnostics };
  const json = isRecord(value) && isRecord(value[kind]) ? value[kind] : value;
  const list = listIn(json);
  if (typeof list === "string") {
    const args = { file: source.file, problem: list, hint: `export the ${kind} from Postman` };
    return { diagnostics: [{ code: "bad-values", args }] };
  }
  const name = isRecord(json) && Array.isArray(json.values) ? textOf(json.name) : undefined;
  // Scripts may ask for the name.
  const scope = { ...(name !== undefined && { name }), values: list };
  return { values: { name: name || source.file, scope, variables: variablesIn(list) }, diagnostics };
}

/** The entries, or what is wrong with them. */
function listIn(json: unknown): ReadonlyArray<JsonRecord> | string {
  if (isRecord(json) && isRecord(json.info)) return "this is a collection";
  const list = isRecord(json) && "values" in json ? json.values : json;
  if (Array.isArray(list)) return entriesOf(list);
  const isPlain = isRecord(list) && !("_postman_variable_scope" in list) && list === json;
  const plain = isPlain ? Object.entries(list) : undefined;
  if (plain === undefined) return 'there is no list "values" of variables';
  const odd = plain.find(([, value]) => textOf(value) === undefined);
  return odd === undefined
    ? plain.map(([key, value]) => ({ key, value, enabled: true }))
    : `"${odd[0]}" is no text, and there is no list "values" of variables`;
}

function entriesOf(list: ReadonlyArray<unknown>): ReadonlyArray<JsonRecord> | string {
  const odd = list.findIndex((one) => !isRecord(one) || textOf(one.key ?? one.id) === undefined);
  if (odd !== -1) return `variable ${odd + 1} has no "key"`;
  return list.filter(isRecord);
}
