import type { Diagnostic, Span } from "../../diagnostic/diagnostic.ts";
import type { ForeignCollection, ForeignRequest } from "./model.ts";
import { nameOf } from "./names.ts";
import type { Scopes } from "./scopes.ts";
import { type SetVariables, scriptsOf, variablesSetBy } from "./scripts.ts";
import { namesIn, variablesUsedBy } from "./used-variables.ts";

interface Lookup {
  readonly collection: ForeignCollection;
  /** Those that run together, in one Newman run each. */
  readonly groups: ReadonlyArray<ReadonlyArray<ForeignRequest>>;
  readonly scopes: Scopes;
  readonly isParallel: boolean;
}

/** A warning for each variable that is sent as it stands: nothing gives it a value, neither a file nor a script that runs before. */
export function undefinedVariables({ collection, groups, scopes, isParallel }: Lookup): ReadonlyArray<Diagnostic> {
  const found = new Map<string, Diagnostic>();
  for (const requests of groups) {
    const set = setBy(requests);
    // Any name may be among those that scripts make up.
    if (set.isOpen) continue;
    for (const request of requests) {
      for (const name of missingIn(request, scopes, set)) {
        if (found.has(name)) continue;
        const isEmpty = scopes.lookUp(name) !== undefined;
        const setIn = setterOf(name, collection, requests);
        // Empty is a value, unless a script was to give it another one.
        if (isEmpty && setIn === undefined) continue;
        const remedy = isParallel ? "run without --parallel-folders" : `add --folder ${JSON.stringify(setIn)}`;
        const args = { name, isEmpty, ...(setIn !== undefined && { setIn, remedy }) };
        found.set(name, { code: "undefined-variable", args, span: placeOf(name, request, collection) });
      }
    }
  }
  return [...found.values()];
}

/** What the scripts of requests, and those of the folders around them, give values to. */
export function setBy(requests: ReadonlyArray<ForeignRequest>): SetVariables {
  const sources = new Set(requests.flatMap(({ chain }) => chain));
  const all = [...sources].map((one) => variablesSetBy(scriptsOf(one)));
  return { names: new Set(all.flatMap(({ names }) => [...names])), isOpen: all.some(({ isOpen }) => isOpen) };
}

/** The variables of a request, and those within their values, that have none, or an empty one. */
function missingIn(request: ForeignRequest, scopes: Scopes, { names }: SetVariables): ReadonlyArray<string> {
  const seen = new Set(variablesUsedBy(request));
  const missing: string[] = [];
  for (const name of seen) {
    if (names.has(name)) continue;
    const value = scopes.lookUp(name);
    if (value === undefined || value === "") missing.push(name);
    else for (const inner of namesIn(value)) seen.add(inner);
  }
  return missing;
}

/** The folder at the top, or the request there, whose scripts would set it if they ran. */
function setterOf(
  name: string,
  { requests }: ForeignCollection,
  running: ReadonlyArray<ForeignRequest>,
): string | undefined {
  const known = new Set(running);
  const setter = requests.find((one) => !known.has(one) && setBy([one]).names.has(name));
  return setter?.chain[1] && nameOf(setter.chain[1]);
}

/** Where it is written in the request; else, as where it is inherited, in the collection; else the request. */
function placeOf(name: string, request: ForeignRequest, { source, places }: ForeignCollection): Span {
  const { file, text } = source;
  const written = JSON.stringify(`{{${name}}}`).slice(1, -1);
  const item = places.itemAt(request.position);
  const inItem = text.indexOf(written, item?.start ?? 0);
  const start = inItem !== -1 && inItem < (item?.end ?? 0) ? inItem : text.indexOf(written);
  return start === -1 ? request.span : { file, start, end: start + written.length };
}
