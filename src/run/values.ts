import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { Environment, Manifest } from "../manifest/model.ts";
import { secretOf } from "../manifest/secret-of.ts";

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
  /** Variables without a value: sent as `{{name}}`, they would fail, or pass, for the wrong reason. */
  readonly diagnostics: ReadonlyArray<Diagnostic>;
}

/** Gives every variable of the suite its value, or says at its first use that it has none. */
export function resolveValues(manifest: Manifest, { environment, overrides, process }: ValueSources): Values {
  const variables: Record<string, string> = { baseUrl: environment.baseUrl, ...environment.variables };
  const diagnostics: Diagnostic[] = [];
  for (const { name, isFromProcess } of manifest.variables) {
    const value = isFromProcess ? process[name] : undefined;
    if (value !== undefined) variables[name] = value;
  }
  Object.assign(variables, overrides);
  variables.baseUrl = fill(variables.baseUrl ?? "", variables);
  for (const { name, span, isFromProcess } of manifest.variables) {
    if (variables[name] !== undefined) continue;
    diagnostics.push({
      code: "variable-without-value",
      args: { name, isFromProcess, environment: environment.name },
      span,
    });
  }
  return { variables, secrets: secretValues(manifest, variables), diagnostics };
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
