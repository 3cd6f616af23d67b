import type { Status } from "./status.ts";
import { clientErrorStatuses } from "./statuses/client-error.ts";
import { informationalStatuses } from "./statuses/informational.ts";
import { limitStatuses } from "./statuses/limit.ts";
import { redirectionStatuses } from "./statuses/redirection.ts";
import { serverErrorStatuses } from "./statuses/server-error.ts";
import { successStatuses } from "./statuses/success.ts";

const table: Readonly<Record<number, Status>> = {
  ...informationalStatuses,
  ...successStatuses,
  ...redirectionStatuses,
  ...clientErrorStatuses,
  ...limitStatuses,
  ...serverErrorStatuses,
};

/** All registered codes, in their order. */
export const statuses: ReadonlyMap<number, Status> = new Map(
  Object.entries(table).map(([code, status]) => [Number(code), status]),
);

/** `404 Not Found`; an unregistered code stands alone. */
export function statusLine(code: number): string {
  const status = statuses.get(code);
  return status ? `${code} ${status.name}` : String(code);
}
