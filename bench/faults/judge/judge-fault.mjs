import { startApi } from "./start-api.mjs";

/**
 * What each tool says of the API with a fault, in an API of its own: another tool's leavings are not to be found. Only what
 * it does not say of the correct API counts.
 */
export async function judgeFault(id, tools, known = new Map()) {
  const verdict = { id, isReached: false, alarms: new Map() };
  for (const [name, run] of tools) {
    const api = await startApi(id);
    try {
      const alarms = await run(api.url);
      const usual = new Set((known.get(name) ?? []).map(({ text }) => text));
      verdict.alarms.set(
        name,
        alarms.filter(({ text }) => !usual.has(text)),
      );
      verdict.isReached ||= api.isReached();
    } finally {
      api.stop();
    }
  }
  return verdict;
}

/** Takes the items two at a time and gives the results in their order. */
export async function twoAtOnce(items, work) {
  const results = new Array(items.length);
  let next = 0;
  async function lane() {
    while (next < items.length) {
      const index = next;
      next += 1;
      results[index] = await work(items[index], index);
    }
  }
  await Promise.all([lane(), lane()]);
  return results;
}
