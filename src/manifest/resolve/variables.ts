import type { Report } from "../../diagnostic/diagnostic.ts";
import { suggest } from "../../diagnostic/suggest.ts";
import type { Environment, Source, Variable } from "../model.ts";
import { placeOf, type SourceNode } from "../source-node.ts";
import type { VariableUse } from "./scope.ts";

/** What can give a variable its value. */
export interface Supply {
  readonly environments: ReadonlyArray<Environment>;
  /** `secrets:` */
  readonly secrets?: SourceNode;
  /** The process environment, where it is known. */
  readonly env?: Readonly<Record<string, string>>;
  readonly sources: ReadonlyArray<Source>;
}

/** Each variable once, at the place of its first use. */
export function resolveVariables(
  uses: ReadonlyArray<VariableUse>,
  supply: Supply,
  report: Report,
): ReadonlyArray<Variable> {
  const order = new Map(supply.sources.map(({ file }, index) => [file, index]));
  const rank = ({ span }: VariableUse): number => order.get(span.file) ?? 0;
  const sorted = [...uses]
    // The generated environments supply it in any case.
    .filter(({ name }) => name !== "baseUrl")
    .sort((a, b) => rank(a) - rank(b) || a.span.start - b.span.start);
  const given = new Set(supply.environments.flatMap(({ variables }) => Object.keys(variables)));
  const secretNodes = [...(supply.secrets?.children.values() ?? [])];
  const secrets = new Set(secretNodes.map(({ value }) => String(value)));
  const used = new Set(sorted.map(({ name }) => name));
  // A secret that is used nowhere is itself the slip.
  reportNearMisses(sorted, new Set([...given, ...[...secrets].filter((name) => used.has(name))]), report);
  reportUnset(sorted, supply.env, report);
  reportUnusedSecrets(secretNodes, new Set([...given, ...used]), report);
  const variables = new Map<string, Variable>();
  for (const { name, span, isFromProcess, isAuth } of sorted) {
    const known = variables.get(name) ?? { name, span, isFromProcess: false, isSecret: secrets.has(name) };
    variables.set(name, {
      ...known,
      isFromProcess: known.isFromProcess || isFromProcess,
      isSecret: known.isSecret || isFromProcess || (isAuth && !given.has(name)),
    });
  }
  return [...variables.values()];
}

/** A name that nothing supplies, next to one that something does, is probably a slip. */
function reportNearMisses(uses: ReadonlyArray<VariableUse>, supplied: ReadonlySet<string>, report: Report): void {
  const credentials = uses.filter(({ isAuth }) => isAuth).map(({ name }) => name);
  for (const { name, span, isFromProcess, isAuth, locals } of uses) {
    if (isFromProcess || supplied.has(name)) continue;
    if (!isAuth && credentials.includes(name)) continue;
    const nearest = suggest(name, [...supplied, ...locals, ...(isAuth ? [] : credentials)]);
    if (nearest === undefined || sameButNumbers(name, nearest)) continue;
    report({ code: "variable-near-miss", args: { name, nearest }, span });
  }
}

/** `user1` and `user2` are two things. */
function sameButNumbers(one: string, other: string): boolean {
  return one.replace(/\d+/g, "") === other.replace(/\d+/g, "");
}

function reportUnset(uses: ReadonlyArray<VariableUse>, env: Supply["env"], report: Report): void {
  for (const { name, span, isFromProcess } of uses) {
    if (!isFromProcess || env === undefined || Object.hasOwn(env, name)) continue;
    report({ code: "unset-variable", args: { name, nearest: suggest(name, Object.keys(env)) }, span });
  }
}

function reportUnusedSecrets(nodes: ReadonlyArray<SourceNode>, used: ReadonlySet<string>, report: Report): void {
  for (const node of nodes) {
    const name = String(node.value);
    if (used.has(name)) continue;
    report({ code: "unused-secret", args: { name, nearest: suggest(name, used) }, span: placeOf(node) });
  }
}
