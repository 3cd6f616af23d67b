import { accessFaults } from "./table/access.mjs";
import { bodiesFaults } from "./table/bodies.mjs";
import { crashesFaults } from "./table/crashes.mjs";
import { headersFaults } from "./table/headers.mjs";
import { lifecycleFaults } from "./table/lifecycle.mjs";
import { locationsFaults } from "./table/locations.mjs";
import { protocolFaults } from "./table/protocol.mjs";
import { redirectsFaults } from "./table/redirects.mjs";
import { statusFaults } from "./table/status.mjs";
import { validationFaults } from "./table/validation.mjs";

/** Every fault that the API can be started with: its id, what the developer got wrong, what that breaks, and where. */
export const faults = [
  ...statusFaults,
  ...crashesFaults,
  ...locationsFaults,
  ...redirectsFaults,
  ...headersFaults,
  ...bodiesFaults,
  ...lifecycleFaults,
  ...accessFaults,
  ...validationFaults,
  ...protocolFaults,
];
