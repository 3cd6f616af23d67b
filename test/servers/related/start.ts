import { listen, type Running, readText } from "../listen.ts";
import { answerCards } from "./cards.ts";
import type { Answer, Exchange, Fault, Memory } from "./exchange.ts";
import { answerItems } from "./items.ts";
import { answerPlaces } from "./places.ts";
import { answerShelves } from "./shelves.ts";

const resources: Readonly<Record<string, (exchange: Exchange) => Answer>> = {
  items: answerItems,
  cards: answerCards,
  shelves: answerShelves,
};

/** A correct API whose answers have to do with one another, or one that breaks one thing of it. */
export async function startRelated(fault?: Fault): Promise<Running> {
  const items = new Map();
  const memory: Memory = { items, lastId: 0, ghosts: 0, reads: 0, polls: 0, turns: 0, spent: 0, freeAtMs: 0 };
  return listen(
    async (request, response) => {
      const [path = "", query = ""] = (request.url ?? "").split("?");
      const { method = "", headers } = request;
      const text = await readText(request);
      const exchange = { method, path, query, headers: headers as Exchange["headers"], text, memory };
      const [, first = ""] = path.split("/");
      const answer = (resources[first] ?? answerPlaces)({ ...exchange, is: (one) => one === fault });
      response.writeHead(answer.status, answer.headers).end(answer.body);
    },
    () => items.size + memory.ghosts,
  );
}
