import type { Exchange } from "./exchange.ts";
import { declares } from "./outcome.ts";
import { creationCollection } from "./place.ts";
import { findPosted } from "./posted.ts";
import type { Refusal } from "./refusal.ts";
import { chosenId } from "./store.ts";

/** 409 where the same thing exists already: the same body where 409 is declared, the same id in any case. */
export function refuseDuplicate(exchange: Exchange): Refusal | undefined {
  const { operation, content, api } = exchange;
  const { sent } = content;
  const collection = operation.role === "create" ? creationCollection(exchange) : undefined;
  if (!collection || !operation.home || sent === undefined) return undefined;
  const id = chosenId(operation.home, sent);
  const isDeclared = declares(operation, 409, { plain: true });
  const existing =
    (id === undefined ? undefined : collection.items.get(id)) ??
    (isDeclared ? findPosted(collection, sent) : undefined);
  if (!existing) return undefined;
  const url = `${api.basePath}${existing.path}`;
  return { code: 409, reason: `the same one exists already: ${url}`, existing: url };
}
