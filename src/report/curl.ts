import type { HeaderLine, SentRequest } from "../result/model.ts";
import { shellWord } from "./shell-word.ts";

/** Headers that curl or Newman sends without being asked, with the value that shows it; another value was the user's. */
const automatic: Readonly<Record<string, RegExp>> = {
  "user-agent": /^(PostmanRuntime|curl)\//i,
  accept: /^\*\/\*$/,
  "postman-token": /^/,
  "accept-encoding": /^gzip, deflate(, br)?$/i,
  connection: /^(keep-alive|close)$/i,
  "cache-control": /^no-cache$/i,
  host: /^/,
  "content-length": /^/,
};

/** The request as one line for a POSIX shell, whatever is in it; pasted, it sends the request again. */
export function curlLine({ method, url, headers, body }: SentRequest): string {
  const kept = headers.filter((header) => isToken(header.name) && !isAutomatic(header));
  const words = ["curl", ...methodWords(method, body), ...urlWords(url), ...kept.flatMap(headerWords)];
  if (body !== undefined && body !== "") {
    // Without a type curl would call the body a form.
    const hasType = kept.some(({ name }) => name.toLowerCase() === "content-type");
    if (!hasType) words.push("-H", "Content-Type:");
    words.push("--data-raw", compact(body));
  }
  return words.map(shellWord).join(" ");
}

/** JSON as generated collections lay it out, on one line: the same to every server, and shorter to paste. */
function compact(body: string): string {
  try {
    const value: unknown = JSON.parse(body);
    return JSON.stringify(value, null, 2) === body ? JSON.stringify(value) : body;
  } catch {
    return body;
  }
}

function methodWords(method: string, body: string | undefined): ReadonlyArray<string> {
  if (method === "GET" && !body) return [];
  // With `-X HEAD` curl would wait for a body.
  return method === "HEAD" ? ["--head"] : ["-X", method];
}

function urlWords(url: string): ReadonlyArray<string> {
  // curl takes brackets and braces for a list of URLs, resolves dot segments, and takes a leading dash for an option.
  const globs = /[[\]{}]/.test(url) ? ["--globoff"] : [];
  const dots = /\/\.\.?(?=[/?#]|$)/.test(url) ? ["--path-as-is"] : [];
  return [...globs, ...dots, ...(/^https?:/i.test(url) ? [] : ["--url"]), url];
}

/** curl reads `Name:` as "do not send it" and `Name;` as "send it empty". */
function headerWords({ name, value }: HeaderLine): ReadonlyArray<string> {
  return ["-H", value.trim() === "" ? `${name};` : `${name}: ${value}`];
}

function isAutomatic({ name, value }: HeaderLine): boolean {
  const key = name.toLowerCase();
  return Object.hasOwn(automatic, key) && (automatic[key]?.test(value) ?? false);
}

/** A field name (RFC 9110, 5.1); curl would read a name like `@file` as a file of headers. */
function isToken(name: string): boolean {
  return /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/.test(name);
}
