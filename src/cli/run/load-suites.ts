import { readFileSync } from "node:fs";
import { isCollection } from "../../collection/foreign/read-collection.ts";
import { createUnique } from "../../result/unique.ts";
import { guard } from "../guard.ts";
import type { RunFlags } from "../run-flags.ts";
import { UsageError } from "../usage-error.ts";
import { loadCollection } from "./load-collection.ts";
import { loadManifestSuite } from "./load-manifest-suite.ts";
import type { LoadContext, LoadedSuite } from "./loaded-suite.ts";
import { namedSuite } from "./named-suite.ts";

/** Manifests, which make up one suite, and Postman collections, each of which is one; undefined: what is wrong was said. */
export function loadSuites(files: ReadonlyArray<string>, context: LoadContext): ReadonlyArray<LoadedSuite> | undefined {
  const collections = files.filter((file) => /\.json$/i.test(file)).flatMap((file) => collectionIn(file) ?? []);
  const manifests = files.filter((file) => !collections.some((one) => one.file === file));
  if (context.flags.mock && collections.length > 0)
    throw new UsageError("--mock serves manifests: a collection has none");
  refuseIdleFlags(context.flags, collections.length > 0);
  const loaded: (LoadedSuite | undefined)[] = collections.map((source) => {
    context.onRead?.(source.file);
    return loadCollection(source, context);
  });
  if (manifests.length > 0 || files.length === 0) loaded.unshift(loadManifestSuite(manifests, context));
  const suites = loaded.filter((one) => one !== undefined);
  if (suites.length < loaded.length) return undefined;
  if (suites.length === 1) return suites;
  const unique = createUnique();
  return suites.map((one) => namedSuite(one, unique(one.plan.suite)));
}

const forCollections = {
  globals: "--globals",
  globalVar: "--global-var",
  iterationData: "--iteration-data",
  iterationCount: "--iteration-count",
  folder: "--folder",
  parallelFolders: "--parallel-folders",
} as const satisfies Partial<Record<keyof RunFlags, string>>;

/** An option that nothing comes of would be believed to have done something. */
function refuseIdleFlags(flags: RunFlags, hasCollections: boolean): void {
  if (hasCollections) return;
  const names = Object.entries(forCollections).filter(
    ([flag]) => flags[flag as keyof typeof forCollections] !== undefined,
  );
  const [first] = names;
  if (first) throw new UsageError(`${first[1]} is for Postman collections, and none is named`);
}

function collectionIn(file: string): { readonly file: string; readonly text: string } | undefined {
  const text = guard(`read ${file}`, () => readFileSync(file, "utf8"));
  return isCollection(text, file) ? { file, text } : undefined;
}
