// Whose processor time a run is: `node bench/profile.mjs <arguments of newmanifest run>`. A sample belongs to the innermost of our own
// files or of Newman's packages on its stack; what is under neither is Node's own.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const bin = fileURLToPath(new URL("../dist/cli/bin.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "newmanifest-profile-"));
const flags = ["--cpu-prof", "--cpu-prof-dir", folder, "--cpu-prof-interval", "500"];
const ran = spawnSync(process.execPath, [...flags, bin, "run", ...process.argv.slice(2), "-o", join(folder, "out")], {
  stdio: ["ignore", "pipe", "inherit"],
});
if (ran.status !== 0) throw new Error(`exit ${ran.status}: ${String(ran.stdout).slice(-500)}`);

/** Scripts run in a realm whose files have no path. */
function ownerOf({ functionName, url }) {
  if (functionName === "(idle)") return "idle";
  if (functionName === "(garbage collector)") return "garbage collection";
  if (/evalmachine|sandbox/.test(url)) return "Newman";
  if (/node_modules\/(tinypool|yaml|zod|handlebars|commander)\//.test(url)) return "newmanifest";
  if (/node_modules/.test(url)) return "Newman";
  return /\/dist\//.test(url) ? "newmanifest" : undefined;
}

function sharesOf(file) {
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(join(folder, file), "utf8"));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const owner = (id) => {
    for (let at = id; at !== undefined; at = parents.get(at)) {
      const found = ownerOf(byId.get(at).callFrame);
      if (found !== undefined) return found;
    }
    return "Node";
  };
  const shares = new Map();
  for (const [index, id] of samples.entries()) {
    const name = owner(id);
    shares.set(name, (shares.get(name) ?? 0) + timeDeltas[index] / 1e6);
  }
  return shares;
}

const total = new Map();
for (const file of readdirSync(folder).filter((name) => name.endsWith(".cpuprofile"))) {
  for (const [name, seconds] of sharesOf(file)) total.set(name, (total.get(name) ?? 0) + seconds);
}
total.delete("idle");
const all = [...total.values()].reduce((sum, seconds) => sum + seconds, 0);
for (const [name, seconds] of [...total].sort(([, a], [, b]) => b - a)) {
  process.stdout.write(`${name.padEnd(20)} ${seconds.toFixed(1)} s  ${((100 * seconds) / all).toFixed(0)} %\n`);
}
