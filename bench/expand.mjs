// Time and memory of expanding a manifest of N endpoints and building its collection: `node bench/expand.mjs 2000 4000`.
import { buildCollection, expandPlan, loadTemplates, parseManifest } from "../dist/index.js";

for (const count of process.argv.slice(2).map(Number)) {
  const lines = ["name: Big", "baseUrl: http://localhost:1", 'auth: { me: { bearer: "{{token}}" } }', "endpoints:"];
  for (let n = 0; n < count / 4; n += 1) {
    lines.push(`  POST /r${n}: { body: { name: x, size: 1 }, expect: 201 400 401 }`, `  GET /r${n}/{id}: 200 401 404`);
    lines.push(`  PUT /r${n}/{id}: { body: { name: y, size: 2 }, expect: 200 404 }`, `  DELETE /r${n}/{id}: 204 404`);
  }
  const text = lines.join("\n");
  const times = [performance.now()];
  const { manifest } = parseManifest(["big.yaml"], { read: () => text });
  times.push(performance.now());
  const plan = expandPlan(manifest);
  times.push(performance.now());
  buildCollection(plan, { manifest, render: loadTemplates(), placeOf: () => "big.yaml:1" });
  times.push(performance.now());
  const [parse, expand, build] = times.slice(1).map((time, index) => Math.round(time - times[index]));
  const cases = plan.groups.reduce((sum, group) => sum + group.cases.length, 0);
  const rss = Math.round(process.memoryUsage().rss / 1e6);
  process.stdout.write(
    `${count} endpoints, ${cases} cases: parse ${parse} ms, expand ${expand} ms, build ${build} ms, ${rss} MB\n`,
  );
}
