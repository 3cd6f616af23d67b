import type { Json } from "../manifest/model.ts";
import type { Content } from "./content.ts";
import { isDeeperThan } from "./json.ts";

/** Deeper than anybody means it; and recursion goes over it. */
const maxDepth = 100;

/** A body as JSON, or why it is none. */
export function readJson(bytes: Uint8Array): Pick<Content, "sent" | "fault"> {
  let sent: Json;
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    sent = JSON.parse(text);
  } catch {
    return broken("the body is not JSON");
  }
  if (isDeeperThan(sent, maxDepth)) return broken("the body is nested too deeply");
  if (hasInfinity(sent)) return broken("a number of the body is too large");
  // What is that long is no object that somebody wrote twice into.
  return text.length < 1_000_000 && hasDuplicateName(text)
    ? broken("the body has the same name twice in one object")
    : { sent };
}

function broken(reason: string): Pick<Content, "fault"> {
  return { fault: { kind: "syntax", reason } };
}

/** `1e400` is JSON, and no number of this world (RFC 8259, 6). */
function hasInfinity(value: Json): boolean {
  if (typeof value === "number") return !Number.isFinite(value);
  return typeof value === "object" && value !== null && Object.values(value).some(hasInfinity);
}

/** Which of two values counts, nobody knows (RFC 8259, 4). Only valid JSON comes here, so its signs are enough. */
function hasDuplicateName(text: string): boolean {
  const open: (Set<string> | undefined)[] = [];
  for (const { 0: token } of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(?:\s*:)?|[{}[\]]/g)) {
    if (token === "{") open.push(new Set());
    else if (token === "[") open.push(undefined);
    else if (token === "}" || token === "]") open.pop();
    else if (token.endsWith(":")) {
      const names = open.at(-1);
      const name: string = JSON.parse(token.slice(0, -1).trimEnd());
      if (names?.has(name)) return true;
      names?.add(name);
    }
  }
  return false;
}
