import type { Fault } from "./fault.ts";
import { accessFaults } from "./faults/access.ts";
import { codeFaults } from "./faults/code.ts";
import { conditionFaults } from "./faults/condition.ts";
import { contentFaults } from "./faults/content.ts";
import { errorFaults } from "./faults/error.ts";
import { headerFaults } from "./faults/header.ts";
import { inputFaults } from "./faults/input.ts";
import { leakFaults } from "./faults/leak.ts";
import { lifecycleFaults } from "./faults/lifecycle.ts";
import { statusFaults } from "./faults/status.ts";
import { trafficFaults } from "./faults/traffic.ts";

/** The mistakes that a mock can make, by their ids. */
export const faults = {
  ...statusFaults,
  ...codeFaults,
  ...headerFaults,
  ...contentFaults,
  ...errorFaults,
  ...leakFaults,
  ...lifecycleFaults,
  ...accessFaults,
  ...inputFaults,
  ...conditionFaults,
  ...trafficFaults,
} as const satisfies Record<string, Fault>;

export type FaultId = keyof typeof faults;

export function isFaultId(id: string): id is FaultId {
  return Object.hasOwn(faults, id);
}
