import type { Exchange } from "./exchange.ts";
import { declares } from "./outcome.ts";
import type { Refusal } from "./refusal.ts";

/** 403 where the caller is known and not the one it takes. */
export function refuseForbidden(exchange: Exchange): Refusal | undefined {
  const { api, operation, caller, places } = exchange;
  const [own] = operation.identities;
  const everybodys = api.identities[0]?.name;
  if (own === undefined) return undefined;
  const isTaken = operation.identities.some((name) => caller.names.includes(name));
  if (own !== everybodys) return isTaken ? undefined : { code: 403, reason: `only ${own} may do this` };
  const code = Number(api.policy.otherUsersObject ?? 403);
  if (!declares(operation, 403, { plain: true }) && api.policy.otherUsersObject === undefined) return undefined;
  const isItem = operation.homes.some((home) => home !== undefined);
  if (!isItem) return isTaken || code !== 403 ? undefined : { code: 403, reason: `only ${own} may do this` };
  const owned = places.findLast(({ resource }) => resource !== undefined)?.resource;
  if (!owned || caller.names.includes(owned.owner ?? own)) return undefined;
  // A 404 says not even that it exists (RFC 9110, 15.5.4).
  return { code, reason: code === 404 ? "unknown id" : "it belongs to somebody else" };
}
