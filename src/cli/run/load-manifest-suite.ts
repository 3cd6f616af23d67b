import { readFileSync } from "node:fs";
import { readValues } from "../../collection/foreign/read-values.ts";
import type { Manifest } from "../../manifest/model.ts";
import { mockVariables } from "../../mock/variables.ts";
import { expandPlan } from "../../plan/expand.ts";
import { resolveValues } from "../../run/values.ts";
import { guard } from "../guard.ts";
import type { Io } from "../io.ts";
import { loadManifest, printDiagnostics } from "../load-manifest.ts";
import { baseUrlOf, chooseEnvironment, type RunFlags, withFlags } from "../run-flags.ts";
import type { LoadContext, LoadedSuite } from "./loaded-suite.ts";
import { manifestSuite } from "./manifest-suite.ts";
import { transportOf } from "./transport-of.ts";

/** Manifests as one suite; undefined: what is wrong with them was said. */
export function loadManifestSuite(files: ReadonlyArray<string>, context: LoadContext): LoadedSuite | undefined {
  const { flags, io, onRead } = context;
  const loaded = loadManifest(files, io, { ...(onRead && { onRead }) });
  if (loaded === undefined) return undefined;
  const manifest = withFlags(loaded.manifest, flags);
  const given = postmanValues(flags, io);
  if (given === undefined) return undefined;
  const environment = chooseEnvironment(manifest, given.isFile ? undefined : (flags.environment ?? flags.env));
  let mock: Mock | undefined;
  return {
    plan: expandPlan(manifest),
    environment: given.isFile ? given.name : environment.name,
    isReadOnly: environment.isReadOnly,
    sources: loaded.sources,
    start: async (plan) => {
      mock = flags.mock ? await startMockOf(manifest, flags, io) : undefined;
      const overrides = mock
        ? { ...mock.variables, baseUrl: mock.url }
        : { ...given.values, ...baseUrlOf(flags), ...flags.envVar };
      const values = resolveValues(manifest, { environment, overrides, process: io.env });
      if (printDiagnostics(values.diagnostics, loaded.sources, io)) return undefined;
      const transport = transportOf(flags, io.env, loaded.folder);
      const secrets = [...values.secrets, ...given.secrets];
      return manifestSuite({ ...loaded, manifest }, { plan, flags, values: { ...values, secrets }, transport });
    },
    close: async () => mock?.close(),
  };
}

interface PostmanValues {
  readonly isFile: boolean;
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
  readonly secrets: ReadonlyArray<string>;
}

/** What a Postman environment says, where `-e` names a file; undefined: the file is broken, and that was said. */
function postmanValues({ environment }: RunFlags, io: Io): PostmanValues | undefined {
  if (environment === undefined || !/\.json$/i.test(environment)) {
    return { isFile: false, name: "", values: {}, secrets: [] };
  }
  const text = guard(`read ${environment}`, () => readFileSync(environment, "utf8"));
  const { values, diagnostics } = readValues({ file: environment, text }, "environment");
  if (printDiagnostics(diagnostics, [], io) || values === undefined) return undefined;
  const set = values.variables.filter(({ value }) => value !== "");
  return {
    isFile: true,
    name: values.name,
    // An empty one is declared, and given elsewhere.
    values: Object.fromEntries(set.map(({ name, value }) => [name, value])),
    secrets: set.filter(({ isSecret }) => isSecret).map(({ value }) => value),
  };
}

interface Mock {
  readonly variables: Readonly<Record<string, string>>;
  readonly url: string;
  readonly close: () => Promise<void>;
}

async function startMockOf(manifest: Manifest, { envVar, quiet }: RunFlags, io: Io): Promise<Mock> {
  const { startMock } = await import("../../mock/server.ts");
  // Both sides must agree on the credentials.
  const variables = { ...mockVariables(manifest), ...envVar };
  const server = await startMock(manifest, { variables });
  if (!quiet) io.stderr(`mock of ${manifest.name} at ${server.url}\n`);
  return { variables, url: server.url, close: server.close };
}
