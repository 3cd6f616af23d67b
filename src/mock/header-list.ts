import type { Headers } from "./declared-headers.ts";

/** The headers with one more member in a header that is a list (RFC 9110, 5.6.1); what is there already stays once. */
export function appendToHeader(headers: Headers, name: string, member: string): Headers {
  const key = Object.keys(headers).find((other) => other.toLowerCase() === name.toLowerCase()) ?? name;
  const members = [headers[key] ?? []].flat().flatMap((line) => line.split(",").map((text) => text.trim()));
  const isThere = members.some((text) => text === "*" || text.toLowerCase() === member.toLowerCase());
  return isThere ? headers : { ...headers, [key]: [...members.filter((text) => text !== ""), member].join(", ") };
}
