import { foreignBaseUrl } from "../../collection/foreign/base-url.ts";
import { chooseFolders } from "../../collection/foreign/folders.ts";
import { missingFiles } from "../../collection/foreign/form-files.ts";
import type { ForeignCollection, ForeignRequest } from "../../collection/foreign/model.ts";
import { partOfForeign } from "../../collection/foreign/part.ts";
import { type ForeignPlan, foreignPlan } from "../../collection/foreign/plan.ts";
import { foreignSecrets } from "../../collection/foreign/secrets.ts";
import { setBy, undefinedVariables } from "../../collection/foreign/undefined-variables.ts";
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import { createLocator, type SourceText } from "../../diagnostic/locate.ts";
import { isError } from "../../diagnostic/word.ts";
import type { Case } from "../../plan/model.ts";
import { valuesNamed } from "../../result/redact/values-named.ts";
import { executionKey, type Setting } from "../lane/batch.ts";
import { maskOf } from "../mask.ts";
import { defaults } from "../run-plan.ts";
import type { Suite } from "../suite.ts";
import type { Transport } from "../transport.ts";
import { type ForeignInput, type ForeignSources, readForeignInput } from "./foreign-input.ts";

/** How a collection that nobody generated is run. */
export interface ForeignOptions extends ForeignSources {
  /** Names or ids of folders and requests to run, as Newman's `--folder`. Default: all. */
  readonly folders?: ReadonlyArray<string>;
  /** The folders at the top run at the same time, each by itself. Default: all runs in one go, in order. */
  readonly isParallel?: boolean;
  /** How often a job is run again where the server was not heard. Default: 0, as what a script has done is not undone. */
  readonly retries?: number;
  /** For one request. Default: 30 s. */
  readonly timeoutRequestMs?: number;
  /** For one script. Default: 10 s. */
  readonly timeoutScriptMs?: number;
  /** How much of a body is kept where a check failed, in characters. Default: 64,000. */
  readonly keptBody?: number;
  /** Variables, headers, parameters and fields whose values must not be kept, besides those that are usually secret. */
  readonly redact?: ReadonlyArray<string>;
  readonly transport?: Transport;
  /** Whether there is a file of this name, for those that forms send. Default: nobody looks. */
  readonly hasFile?: (file: string) => boolean;
}

/** A collection that can be run, with what is to be said of it. */
export interface ForeignSuite {
  /** Absent: an error is among the diagnostics. */
  readonly suite?: Suite;
  /** Name of the environment, for the report; empty: there is none. */
  readonly environment: string;
  readonly diagnostics: ReadonlyArray<Diagnostic>;
  /** The texts that the diagnostics point into: those of environments and data are never quoted. */
  readonly sources: ReadonlyArray<SourceText>;
}

/** What a run needs of a collection that nobody generated. */
export function foreignSuite(collection: ForeignCollection, options: ForeignOptions = {}): ForeignSuite {
  const { folders = [], isParallel = false } = options;
  const sources = [collection.source];
  const given = readForeignInput(collection.json, options);
  const chosen = chooseFolders(collection, folders);
  const diagnostics = [...given.diagnostics, ...chosen.diagnostics];
  if (diagnostics.some(isError)) return { environment: given.environment, diagnostics, sources };
  const { requests } = chosen;
  const foreign = foreignPlan(collection, { requests, iterations: given.iterations, isParallel });
  const suite = suiteOf(collection, { foreign, requests, given, options });
  const warnings = warningsOf(collection, { foreign, requests, given, options });
  return { suite, environment: given.environment, diagnostics: [...diagnostics, ...warnings], sources };
}

interface Parts {
  readonly foreign: ForeignPlan;
  readonly requests: ReadonlyArray<ForeignRequest>;
  readonly given: ForeignInput;
  readonly options: ForeignOptions;
}

function suiteOf(collection: ForeignCollection, { foreign, requests, given, options }: Parts): Suite {
  const { scopes, columns, input } = given;
  const { envVar = {}, transport = {}, retries = 0, redact = [] } = options;
  const { timeoutRequestMs, timeoutScriptMs, keptBody } = { ...defaults, ...options };
  const named = scopes.variables.map(({ name, value }) => [name, scopes.fill(value)] as const);
  const secrets = [...foreignSecrets(requests, scopes), ...valuesNamed(redact, named)];
  const timing = { timeoutRequestMs, timeoutScriptMs, keptBody };
  const setting: Setting = { variables: envVar, secrets, redact, every: [], ...timing, transport, input };
  const { names, isOpen } = setBy(requests);
  const locate = createLocator([collection.source]);
  return {
    plan: foreign.plan,
    setting,
    retries,
    mask: maskOf(setting),
    baseUrl: foreignBaseUrl(requests, { scopes, set: { names: new Set([...names, ...columns]), isOpen } }),
    placeOf: (one) => locate(one.span),
    collectionOf: (parts) =>
      partOfForeign(
        collection,
        parts.map(({ cases }) => requestsOf(cases, foreign)),
      ),
    keyOf: (one) => {
      const { request, iteration } = executionOf(one, foreign);
      return executionKey(request.itemId, iteration);
    },
  };
}

/** Of cases that are sent, each request once. */
function requestsOf(cases: ReadonlyArray<Case>, foreign: ForeignPlan): ReadonlyArray<ForeignRequest> {
  const sent = cases.filter(({ request }) => request !== undefined);
  return [...new Set(sent.map((one) => executionOf(one, foreign).request))];
}

function executionOf({ id }: Case, { executions }: ForeignPlan) {
  const execution = executions.get(id);
  if (execution === undefined) throw new Error(`a case of another collection: ${id}`);
  return execution;
}

function warningsOf(
  collection: ForeignCollection,
  { foreign, requests, given, options }: Parts,
): ReadonlyArray<Diagnostic> {
  const { scopes } = given;
  const { isParallel = false, hasFile = () => true } = options;
  const groups = foreign.plan.groups.map(({ cases }) => requestsOf(cases, foreign));
  return [
    ...undefinedVariables({ collection, groups, scopes, isParallel }),
    ...missingFiles(requests, { scopes, hasFile }),
  ];
}
