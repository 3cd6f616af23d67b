import { parseObject } from "../listen.ts";
import { type Answer, type Exchange, json, problem } from "./exchange.ts";

type Card = Readonly<Record<string, unknown>>;

const cards = new WeakMap<object, Map<string, Card>>();

/** Cards whose fields can be patched one by one. */
export function answerCards({ method, path, text, memory, is }: Exchange): Answer {
  const own = cards.get(memory) ?? new Map<string, Card>();
  cards.set(memory, own);
  const [, , id] = path.split("/");
  const sent = parseObject(text);
  if (id === undefined) {
    if (method !== "POST" || sent === undefined) return problem(400);
    const card = { id: String(own.size + 1), ...sent };
    own.set(card.id, stored(card, is));
    return json(201, card, { Location: is("location-is-the-collection") ? "/cards" : `/cards/${card.id}` });
  }
  const card = own.get(id);
  if (card === undefined) return problem(404);
  if (method === "GET") return json(200, card);
  if (method !== "PATCH" || sent === undefined) return problem(400);
  own.set(id, patched(card, sent, is));
  return json(200, { ok: true });
}

/** What is kept of a card; whether somebody was to be told of it is not. */
function stored(card: Card, is: Exchange["is"]): Card {
  const { bonus: _, ...plain } = card;
  if (is("written-fields-stay")) return plain;
  const { tell: __, pin: ___, ...kept } = card;
  return is("flags-are-not-kept") ? kept : card;
}

function patched(card: Card, sent: Card, is: Exchange["is"]): Card {
  if (is("patch-keeps-the-rest")) return { id: card.id, ...sent };
  // A card that is no trump any more has no value as one.
  const { bonus: _, ...plain } = card;
  return { ...(is("patch-takes-a-dependent-field") ? plain : card), ...sent };
}
