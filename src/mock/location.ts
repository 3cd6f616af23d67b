import type { Effect } from "./effect.ts";
import type { Exchange } from "./exchange.ts";
import { isRedirect } from "./outcome.ts";
import { redirectTarget } from "./redirect.ts";
import { collectionAt, createResource } from "./store.ts";
import { uriReference } from "./uri-reference.ts";

/** Where the client goes on: to what was created, to the progress of a job, to where a redirect leads. */
export function locationOf(exchange: Exchange, status: number, effect: Effect): string | undefined {
  const { api, operation } = exchange;
  const isMeant = status === 201 || status === 202 || isRedirect(status);
  if (effect.isCreated && effect.resource && isMeant) return uriReference(`${api.basePath}${effect.resource.path}`);
  if (status === 202 && operation.monitor) return uriReference(`${api.basePath}${startJob(exchange)}`);
  return isRedirect(status) ? uriReference(redirectTarget(exchange, status)) : undefined;
}

function startJob({ state, operation, path, caller, request }: Exchange): string {
  if (!operation.monitor) return path;
  const home = operation.monitor;
  const collection = collectionAt(state, home, `${path}/jobs`);
  const job = { sent: undefined, origin: "post", owner: caller.names[0], nowMs: request.nowMs, isJob: true } as const;
  return createResource(state, home, { collection, ...job }).path;
}
