import { faults } from "../faults.mjs";

const ids = new Set(faults.map(({ id }) => id));
const { FAULT: seeded } = process.env;
if (seeded && !ids.has(seeded)) throw new Error(`There is no fault ${seeded}.`);

let isReached = false;

/** Is this the fault that the API runs with? Asked last where there are conditions: the first yes is told as reached. */
export function fault(id) {
  if (!ids.has(id)) throw new Error(`The table has no fault ${id}.`);
  if (id !== seeded) return false;
  if (!isReached) process.stdout.write("fault reached\n");
  isReached = true;
  return true;
}
