import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { Environment, Manifest, Variable } from "../manifest/model.ts";
import { secretOf } from "../manifest/secret-of.ts";
import { expand, leftOver } from "./expand.ts";
import { misfit, type Place, variablePlaces } from "./value-places.ts";

export interface ValueSources {
  readonly environment: Environment;
  /** Given for this run: they come before everything else. */
  readonly overrides: Readonly<Record<string, string>>;
  /** The environment of the process and of `--env-file`, for `${NAME}`. */
  readonly process: Readonly<Record<string, string | undefined>>;
}

/** What the variables of a run stand for. */
export interface Values {
  readonly variables: Readonly<Record<string, string>>;
  /** Values that must not be kept anywhere. */
  readonly secrets: ReadonlyArray<string>;
  /** Variables without a value, or with one that asks for something else: they would fail, or pass, for the wrong reason. */
  readonly diagnostics: ReadonlyArray<Diagnostic>;
}

/** Gives every variable of the suite its value, or says at its first use that it has none, or one that does not fit. */
export function resolveValues(manifest: Manifest, { environment, overrides, process }: ValueSources): Values {
  const variables: Record<string, string> = { baseUrl: environment.baseUrl, ...environment.variables };
  const diagnostics: Diagnostic[] = [];
  for (const { name, isFromProcess } of manifest.variables) {
    const value = isFromProcess ? process[name] : undefined;
    if (value !== undefined) variables[name] = value;
  }
  Object.assign(variables, overrides);
  variables.baseUrl = fill(variables.baseUrl ?? "", variables);
  const places = variablePlaces(manifest);
  const named = new Set(manifest.variables.map(({ name }) => name));
  for (const variable of manifest.variables) {
    const own = places.filter(({ name }) => name === variable.name).map(({ place }) => place);
    diagnostics.push(...valueDiagnostics(variable, { variables, named, places: own, environment: environment.name }));
  }
  return { variables, secrets: secretValues(manifest, variables), diagnostics };
}

interface ValueUse {
  readonly variables: Readonly<Record<string, string>>;
  /** The variables of the manifest: of those without a value it is said by itself. */
  readonly named: ReadonlySet<string>;
  /** Where this one stands. */
  readonly places: ReadonlyArray<Place>;
  readonly environment: string;
}

/** Why a variable's value cannot be sent: it has none, another one in it has none, or it breaks what it stands in. */
function valueDiagnostics(
  { name, span, isFromProcess }: Variable,
  { variables, named, places, environment }: ValueUse,
): ReadonlyArray<Diagnostic> {
  const value = variables[name];
  const without = (args: { readonly name: string; readonly isFromProcess: boolean; readonly within?: string }) => [
    { code: "variable-without-value", args: { ...args, environment }, span } as const,
  ];
  if (value === undefined) return without({ name, isFromProcess });
  const sent = expand(value, variables);
  const missing = leftOver(sent);
  if (missing !== undefined && named.has(missing) && variables[missing] === undefined) return [];
  if (missing !== undefined) return without({ name: missing, isFromProcess: false, within: name });
  return [...new Set(places)].flatMap((place) => {
    const found = misfit(sent, place);
    return found === undefined ? [] : [{ code: "value-does-not-fit" as const, args: { name, place, ...found }, span }];
  });
}

function secretValues(manifest: Manifest, variables: Readonly<Record<string, string>>): ReadonlyArray<string> {
  const declared = manifest.variables.filter(({ isSecret }) => isSecret).map(({ name }) => variables[name] ?? "");
  const credentials = manifest.identities.map(({ auth }) => fill(secretOf(auth), variables));
  const basic = manifest.identities.flatMap(({ auth }) =>
    auth.kind === "basic" ? [fill(`${auth.username}:${auth.password}`, variables)] : [],
  );
  return [...declared, ...credentials, ...basic].filter((value) => value !== "");
}

/** One level of `{{name}}`, as a base URL is written: `https://{{host}}/api`. */
function fill(text: string, variables: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{([^{}]+)\}\}/g, (whole, name: string) => variables[name] ?? whole);
}
