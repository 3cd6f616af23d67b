import type { JsonRecord } from "../../collection/foreign/json.ts";
import { readRows } from "../../collection/foreign/read-rows.ts";
import { type ForeignValues, readValues } from "../../collection/foreign/read-values.ts";
import { collectionVariables, createScopes, type Scopes, variablesOf } from "../../collection/foreign/scopes.ts";
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { SourceText } from "../../diagnostic/locate.ts";
import type { CollectionInput } from "../transport.ts";

/** What a collection is given besides its own. */
export interface ForeignSources {
  readonly environment?: SourceText;
  readonly globals?: SourceText;
  /** Rows for iterations, in JSON or CSV. */
  readonly data?: SourceText;
  /** They come before what the environment says. */
  readonly envVar?: Readonly<Record<string, string>>;
  /** They come before what the globals say. */
  readonly globalVar?: Readonly<Record<string, string>>;
  /** Default: as many as there are rows, or one. The last row is used for those that have none. */
  readonly iterationCount?: number;
}

/** The same, read. */
export interface ForeignInput {
  readonly input: CollectionInput;
  readonly iterations: number;
  readonly scopes: Scopes;
  /** The columns of the data. */
  readonly columns: ReadonlySet<string>;
  /** Name of the environment, for the report; empty: there is none. */
  readonly environment: string;
  /** Absent of errors, the rest can be used. */
  readonly diagnostics: ReadonlyArray<Diagnostic>;
}

/** Reads what a collection is run with. */
export function readForeignInput(collection: JsonRecord, sources: ForeignSources): ForeignInput {
  const environment = sources.environment && readValues(sources.environment, "environment");
  const globals = sources.globals && readValues(sources.globals, "globals");
  const data = sources.data && readRows(sources.data);
  const rows = data?.rows ?? [];
  const iterations = Math.max(1, sources.iterationCount ?? rows.length);
  const given = globalsWith(globals?.values, sources.globalVar ?? {});
  return {
    iterations,
    environment: environment?.values?.name ?? "",
    columns: new Set(rows.flatMap(Object.keys)),
    diagnostics: [environment, globals, data].flatMap((one) => one?.diagnostics ?? []),
    scopes: createScopes([
      // Of a column the value of the first row counts; all of them are there to be masked.
      rows.toReversed().flatMap(variablesOf),
      [...(environment?.values?.variables ?? []), ...variablesOf(sources.envVar ?? {})],
      collectionVariables(collection),
      [...(globals?.values?.variables ?? []), ...variablesOf(sources.globalVar ?? {})],
    ]),
    input: {
      iterationCount: iterations,
      ...(environment?.values && { environment: environment.values.scope }),
      ...(given && { globals: given }),
      ...(rows.length > 0 && { iterationData: rows }),
    },
  };
}

/** Newman's library has an option for these, and its types do not: the last of a name counts. */
function globalsWith(
  globals: ForeignValues | undefined,
  overrides: Readonly<Record<string, string>>,
): ForeignValues["scope"] | undefined {
  const added = Object.entries(overrides).map(([key, value]) => ({ key, value, enabled: true }));
  if (globals === undefined && added.length === 0) return undefined;
  return { ...globals?.scope, values: [...(globals?.scope.values ?? []), ...added] };
}
