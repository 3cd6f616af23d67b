import { parseObject } from "../listen.ts";
import { type Answer, type Exchange, json, problem } from "./exchange.ts";

type Entry = Record<string, unknown> & { readonly id: string };

/** Path of a list -> its entries. */
type Lists = Map<string, Entry[]>;

const stores = new WeakMap<object, Lists>();

/** A list -> what it was at the last read. */
const memoryOfReads = new WeakMap<Entry[], ReadonlyArray<Entry>>();

/** Shelves, and books on each: a list that is there from the start, and lists that come and go with their shelves. */
export function answerShelves(exchange: Exchange): Answer {
  const lists: Lists = stores.get(exchange.memory) ?? new Map([["/shelves", []]]);
  stores.set(exchange.memory, lists);
  const { path } = exchange;
  const home = path.replace(/\/[^/]*$/, "");
  const own = lists.get(path);
  if (own !== undefined) return answerList(own, exchange, lists);
  const entries = lists.get(home) ?? [];
  const entry = entries.find(({ id }) => `${home}/${id}` === path);
  if (entry === undefined) return problem(404);
  return answerEntry(entry, exchange, lists);
}

function answerList(entries: Entry[], exchange: Exchange, lists: Lists): Answer {
  const { method, is } = exchange;
  if (method === "POST") return create(entries, exchange, lists);
  if (entries.length === 0 && is("list-empty-is-found")) return problem(404);
  if (entries.length === 0 && is("empty-list-is-204")) return { status: 204 };
  if (is("lists-have-sums"))
    return json(200, { items: entries.slice(0, 1), count: Math.min(entries.length, 1), total: 19.9 * entries.length });
  if (is("lists-are-pages")) return json(200, { items: entries.slice(0, 1), total: entries.length, limit: 1 });
  if (is("lists-lag")) return json(200, []);
  if (is("lists-catch-up")) {
    const shown = memoryOfReads.get(entries) ?? [];
    memoryOfReads.set(entries, [...entries]);
    return json(200, shown);
  }
  return json(200, entries);
}

function create(entries: Entry[], { path, text, memory, is }: Exchange, lists: Lists): Answer {
  const sent = parseObject(text);
  const isRight = typeof (sent?.room ?? sent?.title) === "string";
  if (sent === undefined || !isRight) return problem(400);
  const [only] = entries;
  if (only !== undefined && is("only-one-is-allowed")) return problem(409);
  if (only !== undefined && is("the-first-is-given-again")) return json(201, only, { Location: `${path}/${only.id}` });
  memory.lastId += 1;
  const id = String(memory.lastId);
  entries.push({ id, ...sent });
  if (is("create-adds-one")) entries.push({ id: `${id}-again`, ...sent });
  if (path === "/shelves") lists.set(`/shelves/${id}/books`, []);
  return json(201, { id, ...sent }, { Location: `${path}/${id}` });
}

function answerEntry(entry: Entry, { method, path, is }: Exchange, lists: Lists): Answer {
  if (method === "GET") return json(200, entry);
  if (method !== "DELETE") return problem(405, { Allow: "GET, DELETE" });
  const home = path.replace(/\/[^/]*$/, "");
  const left = is("delete-takes-one") ? [] : (lists.get(home) ?? []).filter((other) => other !== entry);
  lists.set(home, left);
  lists.delete(`${path}/books`);
  return { status: 204 };
}
