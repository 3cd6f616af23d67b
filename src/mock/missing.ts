import type { Operation } from "./api.ts";
import type { Exchange } from "./exchange.ts";
import { declares } from "./outcome.ts";
import type { Place } from "./place.ts";
import type { Refusal } from "./refusal.ts";

/** 404 or 410 where the path names something that is not there. */
export function refuseMissing(exchange: Exchange): Refusal | undefined {
  const { operation, places } = exchange;
  const missing = places.find(({ resource }) => resource === undefined);
  if (!missing) return undefined;
  const isItself = missing === places.at(-1) && missing.position === operation.homes.length - 1;
  if (isItself && operation.role === "replace" && missing.collection && canCreate(operation)) return undefined;
  const reason = missing.wasDeleted ? "it was deleted" : "unknown id";
  const code = isItself && operation.role === "remove" ? deleteCode(exchange, missing) : goneCode(operation, missing);
  return { code, reason };
}

/** A PUT that declares 201 beside 200 or 204 makes what it does not find; one that is always 201 and never 404 as well. */
function canCreate(operation: Operation): boolean {
  if (!declares(operation, 201)) return false;
  return declares(operation, 200) || declares(operation, 204) || !declares(operation, 404);
}

function goneCode(operation: Operation, { wasDeleted }: Place): number {
  return wasDeleted && declares(operation, 410) ? 410 : 404;
}

function deleteCode({ operation, api }: Exchange, place: Place): number {
  if (declares(operation, 404)) return goneCode(operation, place);
  if (declares(operation, 410)) return 410;
  return Number(api.policy.deleteMissing ?? 404);
}
