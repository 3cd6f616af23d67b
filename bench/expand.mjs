// Time and memory of expanding a manifest of N endpoints and building its collection: `node bench/expand.mjs 2000 4000
// thorough:2000`. A row is a process of its own, or it would pay for the rows before it.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { buildCollection, expandPlan, loadTemplates, parseManifest } from "../dist/index.js";

function manifestOf(count, profile) {
  const lines = [
    "name: Big",
    "baseUrl: http://localhost:1",
    `profile: ${profile}`,
    'auth: { me: { bearer: "{{token}}" } }',
  ];
  lines.push("endpoints:");
  for (let n = 0; n < count / 4; n += 1) {
    lines.push(`  POST /r${n}: { body: { name: x, size: 1 }, expect: 201 400 401 }`, `  GET /r${n}/{id}: 200 401 404`);
    lines.push(`  PUT /r${n}/{id}: { body: { name: y, size: 2 }, expect: 200 404 }`, `  DELETE /r${n}/{id}: 204 404`);
  }
  return lines.join("\n");
}

/** What it gives, the milliseconds it takes, and how many of them the processor is busy, the collector's threads included. */
function timed(work) {
  const [start, { user }] = [performance.now(), process.cpuUsage()];
  const value = work();
  const busy = Math.round((process.cpuUsage().user - user) / 1000);
  return { value, text: `${Math.round(performance.now() - start)} ms (user ${busy})` };
}

function row(count, profile) {
  const text = manifestOf(count, profile);
  const parse = timed(() => parseManifest(["big.yaml"], { read: () => text }));
  const { manifest } = parse.value;
  const expand = timed(() => expandPlan(manifest));
  const plan = expand.value;
  const expanded = Math.round(process.memoryUsage().rss / 1e6);
  const cases = plan.groups.reduce((sum, group) => sum + group.cases.length, 0);
  const build = timed(() => buildCollection(plan, { manifest, render: loadTemplates(), placeOf: () => "big.yaml:1" }));
  const built = Math.round(process.memoryUsage().rss / 1e6);
  process.stdout.write(
    `${count} endpoints, ${profile}, ${cases} cases: parse ${parse.text}, expand ${expand.text}, ${expanded} MB; build ${build.text}, ${built} MB\n`,
  );
}

const rows = process.argv.slice(2);
for (const asked of rows) {
  const [count, profile = "standard"] = asked.split(":").reverse();
  if (rows.length === 1) row(Number(count), profile);
  else spawnSync(process.execPath, [fileURLToPath(import.meta.url), asked], { stdio: "inherit" });
}
