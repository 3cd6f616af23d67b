import type { ServerResponse } from "node:http";
import { listen, parseObject, type Running, readText } from "./listen.ts";

/** What an address book makes of a second address, and be right; the last three are mistakes. */
export type Habit =
  | "every-address-may-go"
  | "the-first-goes-last"
  | "the-newest-is-the-default"
  | "a-delete-takes-all"
  | "a-delete-takes-all-and-never-misses"
  | "a-delete-crashes";

interface Address {
  readonly id: string;
  readonly street: string;
  isDefault: boolean;
}

interface Book {
  addresses: Address[];
  lastId: number;
}

/** The addresses of a customer: the default one stays for as long as there is another. */
export async function startAddresses(habit: Habit): Promise<Running> {
  const book: Book = { addresses: [], lastId: 0 };
  return listen(
    async (request, response) => {
      const text = await readText(request);
      const [, , id] = (request.url ?? "").split("?")[0]?.split("/") ?? [];
      const address = book.addresses.find((one) => one.id === id);
      if (id === undefined && request.method === "POST") return create(parseObject(text), { book, habit, response });
      if (address === undefined && habit.endsWith("never-misses") && request.method === "DELETE") {
        return send(response, 204);
      }
      if (address === undefined) return send(response, 404, { message: "there is no such address" });
      if (request.method === "DELETE") return remove(address, { book, habit, response });
      return send(response, 200, address);
    },
    () => book.addresses.length,
  );
}

interface Desk {
  readonly book: Book;
  readonly habit: Habit;
  readonly response: ServerResponse;
}

function create(sent: Record<string, unknown> | undefined, { book, habit, response }: Desk): unknown {
  if (typeof sent?.street !== "string") return send(response, 422, { message: "street is missing" });
  book.lastId += 1;
  const isDefault = book.addresses.length === 0 || habit === "the-newest-is-the-default";
  if (isDefault) for (const other of book.addresses) other.isDefault = false;
  const address = { id: String(book.lastId), street: sent.street, isDefault };
  book.addresses.push(address);
  response.setHeader("Location", `/addresses/${address.id}`);
  return send(response, 201, address);
}

function remove(address: Address, { book, habit, response }: Desk): unknown {
  if (habit === "a-delete-crashes") return send(response, 500, { message: "something went wrong" });
  const isKept = habit === "the-first-goes-last" || habit === "the-newest-is-the-default";
  if (isKept && address.isDefault && book.addresses.length > 1) {
    return send(response, 409, { message: "the default address goes last" });
  }
  book.addresses = habit.startsWith("a-delete-takes-all") ? [] : book.addresses.filter((one) => one !== address);
  return send(response, 204);
}

function send(response: ServerResponse, status: number, content?: unknown): void {
  if (content !== undefined) response.setHeader("Content-Type", "application/json");
  response.writeHead(status).end(content === undefined ? undefined : JSON.stringify(content));
}
