// What share of the seeded faults does a suite catch, and what does it say of the correct API? `node run.mjs`, or
// `node run.mjs --only no-location,never-304 --profile thorough --tools newmanifest`.
import { parseArgs } from "node:util";
import { faults } from "./faults.mjs";
import { judgeFault, twoAtOnce } from "./judge/judge-fault.mjs";
import { falseAlarms, isCaught, renderTable, renderTotal } from "./judge/render.mjs";
import { runNewmanifest } from "./judge/run-newmanifest.mjs";
import { generateCollection, runPortman } from "./judge/run-portman.mjs";

const leastShare = 0.95;
const { values: flags } = parseArgs({
  options: {
    only: { type: "string" },
    profile: { type: "string" },
    tools: { type: "string", default: "newmanifest,portman" },
  },
});
const asked = flags.tools.split(",");

function chosenIds() {
  const ids = faults.map(({ id }) => id);
  const only = flags.only?.split(",") ?? ids;
  const odd = only.find((id) => !ids.includes(id));
  if (odd !== undefined) throw new Error(`There is no fault ${odd}.`);
  return only;
}

async function createTools() {
  const tools = new Map();
  if (asked.includes("newmanifest")) tools.set("newmanifest", (url) => runNewmanifest(url, { profile: flags.profile }));
  if (!asked.includes("portman")) return tools;
  const collection = await generateCollection();
  return tools.set("portman", (url) => runPortman(collection, url));
}

const ids = chosenIds();
const tools = await createTools();
const correct = await judgeFault("", tools);
const verdicts = await twoAtOnce(ids, async (id, index) => {
  const verdict = await judgeFault(id, tools, correct.alarms);
  const caught = [...tools.keys()].filter((name) => isCaught(name, verdict));
  process.stderr.write(`${index + 1}/${ids.length} ${id}: ${caught.join(", ") || "missed"}\n`);
  return verdict;
});

process.stdout.write(`${renderTable(verdicts, { hasPortman: tools.has("portman") })}\n`);
for (const name of tools.keys()) process.stdout.write(renderTotal(name, { verdicts, correct }));
if (tools.has("newmanifest")) {
  const caught = verdicts.filter((verdict) => isCaught("newmanifest", verdict)).length;
  process.exitCode = caught >= leastShare * ids.length && falseAlarms("newmanifest", correct).length === 0 ? 0 : 1;
}
