import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { readCollection } from "../../collection/foreign/read-collection.ts";
import { foreignSuite } from "../../run/foreign/foreign-suite.ts";
import { guard } from "../guard.ts";
import { printDiagnostics } from "../load-manifest.ts";
import type { RunFlags } from "../run-flags.ts";
import type { LoadContext, LoadedSuite } from "./loaded-suite.ts";
import { transportOf } from "./transport-of.ts";

/** A Postman collection as a suite; undefined: what is wrong with it was said. */
export function loadCollection(
  source: { readonly file: string; readonly text: string },
  { flags, io, onRead = () => {} }: LoadContext,
): LoadedSuite | undefined {
  const read = readCollection(source);
  if (printDiagnostics(read.diagnostics, [source], io) || read.collection === undefined) return undefined;
  const text = (file: string) => {
    onRead(file);
    return { file, text: guard(`read ${file}`, () => readFileSync(file, "utf8")) };
  };
  const transport = transportOf(flags, io.env, dirname(source.file));
  const { suite, environment, diagnostics, sources } = foreignSuite(read.collection, {
    ...inputOf(flags, text),
    ...(flags.retries !== undefined && { retries: flags.retries }),
    ...(flags.redact && { redact: flags.redact }),
    isParallel: flags.parallelFolders === true,
    timeoutRequestMs: flags.timeoutRequest,
    timeoutScriptMs: flags.timeoutScript,
    keptBody: flags.keepBody,
    transport,
    hasFile: (file) => existsSync(resolve(transport.workingDir ?? ".", file)),
  });
  if (printDiagnostics(diagnostics, sources, io) || suite === undefined) return undefined;
  const start: LoadedSuite["start"] = async (plan) => ({ ...suite, plan });
  return { plan: suite.plan, start, environment, isReadOnly: false, sources, close: async () => {} };
}

type Read = (file: string) => { readonly file: string; readonly text: string };

function inputOf(flags: RunFlags, read: Read) {
  const { environment, globals, iterationData, envVar, globalVar, iterationCount, folder } = flags;
  return {
    ...(environment !== undefined && { environment: read(environment) }),
    ...(globals !== undefined && { globals: read(globals) }),
    ...(iterationData !== undefined && { data: read(iterationData) }),
    ...(envVar && { envVar }),
    ...(globalVar && { globalVar }),
    ...(iterationCount !== undefined && { iterationCount }),
    ...(folder && { folders: folder }),
  };
}
