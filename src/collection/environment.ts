import type { Environment, Manifest } from "../manifest/model.ts";
import { stableId } from "./ids.ts";

/** Postman's environment file. */
export interface EnvironmentFile {
  readonly id: string;
  readonly name: string;
  readonly values: ReadonlyArray<{
    readonly key: string;
    readonly value: string;
    readonly type: "default" | "secret";
    readonly enabled: true;
  }>;
  readonly _postman_variable_scope: "environment";
}

/** An environment with every variable the suite needs; secrets are declared, and empty. */
export function buildEnvironment(environment: Environment, manifest: Manifest): EnvironmentFile {
  const names = new Set([...Object.keys(environment.variables), ...manifest.variables.map(({ name }) => name)]);
  names.delete("baseUrl");
  const secrets = secretNames(manifest);
  return {
    id: stableId(`${manifest.name}\nenvironment\n${environment.name}`),
    name: `${manifest.name} ${environment.name}`,
    values: [
      { key: "baseUrl", value: environment.baseUrl, type: "default", enabled: true },
      ...[...names].map((key) => ({
        key,
        value: secrets.has(key) ? "" : (environment.variables[key] ?? ""),
        type: secrets.has(key) ? ("secret" as const) : ("default" as const),
        enabled: true as const,
      })),
    ],
    _postman_variable_scope: "environment",
  };
}

/** The collection's own variables: the first environment's values, so that it runs without an environment too. */
export function defaultVariables(manifest: Manifest): ReadonlyArray<{ readonly key: string; readonly value: string }> {
  const [first] = manifest.environments;
  const secrets = secretNames(manifest);
  const values = Object.entries(first?.variables ?? {}).filter(([name]) => !secrets.has(name));
  return [
    { key: "baseUrl", value: first?.baseUrl ?? manifest.baseUrl },
    ...values.filter(([name]) => name !== "baseUrl").map(([key, value]) => ({ key, value })),
  ];
}

/** One that no request uses is no less a secret. */
function secretNames(manifest: Manifest): ReadonlySet<string> {
  return new Set(manifest.secrets);
}
