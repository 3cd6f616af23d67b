import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import newman from "newman";
import { config } from "../portman/config.mjs";

const execute = promisify(execFile);
const bin = fileURLToPath(new URL("../node_modules/@apideck/portman/bin/portman", import.meta.url));
const document = fileURLToPath(new URL("../portman/openapi.yaml", import.meta.url));

/** The collection that Portman makes of the document. It writes where it is called from, hence the folder. */
export async function generateCollection() {
  const folder = await mkdtemp(join(tmpdir(), "faults-portman-"));
  const [settings, collection] = [join(folder, "config.json"), join(folder, "collection.json")];
  await writeFile(settings, JSON.stringify(config));
  const flags = ["--local", document, "--portmanConfigFile", settings, "--output", collection];
  await execute(process.execPath, [bin, ...flags], { cwd: folder });
  const text = await readFile(collection, "utf8");
  await rm(folder, { recursive: true });
  return JSON.parse(text);
}

/** What Newman says of the API there: `GET /projects [404 for an unknown id]: Response status code is 404`. */
export async function runPortman(collection, url) {
  const summary = await new Promise((resolve, reject) => {
    const envVar = [{ key: "baseUrl", value: url }];
    // The redirects are what is tested.
    const options = { collection, envVar, reporters: [], ignoreRedirects: true, timeoutRequest: 5000 };
    newman.run(options, (error, run) => (error ? reject(error) : resolve(run)));
  });
  return summary.run.failures.map(({ source, error }) => ({
    outcome: "failed",
    text: `${source?.name}: ${error.test ?? error.message}`,
  }));
}
