import { statuses, statusLine } from "../http/statuses.ts";
import type { CodePattern } from "../manifest/model.ts";

/** Reads `404`, `400|422`, `2xx|4xx` of our own tables; the manifest's are read, and complained about, by its parser. */
export function patternOf(text: string): CodePattern {
  const parts = text.split("|");
  const classes = parts.filter((part) => part.endsWith("xx")).map((part) => Number(part[0]));
  const codes = parts.filter((part) => !part.endsWith("xx")).map(Number);
  return { text, codes, classes };
}

/** Whether a response with this code is what the pattern asks for. */
export function fits(pattern: CodePattern, code: number): boolean {
  return pattern.codes.includes(code) || pattern.classes.includes(Math.floor(code / 100));
}

/** Whether every code of the pattern is a success. */
export function isSuccess(pattern: CodePattern): boolean {
  return pattern.codes.every((code) => code >= 200 && code < 300) && pattern.classes.every((digit) => digit === 2);
}

/** Whether every code of the pattern is a redirect that leads somewhere (304 does not). */
export function isRedirect(pattern: CodePattern): boolean {
  return (
    pattern.codes.every((code) => code >= 300 && code < 400 && code !== 304) &&
    pattern.classes.every((digit) => digit === 3)
  );
}

/** Every registered code the pattern stands for. */
export function codesOf(pattern: CodePattern): ReadonlyArray<number> {
  const ofClasses = [...statuses.keys()].filter((code) => pattern.classes.includes(Math.floor(code / 100)));
  return [...new Set([...pattern.codes, ...ofClasses])];
}

/** `404`, `400|422`, and `no 5xx` for whatever is no server error: for titles. */
export function shortPattern({ text, codes, classes }: CodePattern): string {
  if (classes.join() !== "2,3,4") return text;
  return codes.length === 0 ? "no 5xx" : `no 5xx but ${codes.join(", ")}`;
}

/** `404 Not Found`, `400 or 422`, `any 2xx`: for sentences. */
export function describePattern(pattern: CodePattern): string {
  const [first] = pattern.codes;
  if (first !== undefined && pattern.codes.length === 1 && pattern.classes.length === 0) return statusLine(first);
  const short = shortPattern(pattern);
  if (short.startsWith("no 5xx")) return short.replace("no 5xx", "no server error");
  return [...pattern.codes.map(String), ...pattern.classes.map((digit) => `${digit}xx`)].join(" or ");
}

/** The codes and classes that a script compares the response with: `[201]`, `[404, "2xx"]`. */
export function guardOf(pattern: CodePattern, also: ReadonlyArray<number> = []): ReadonlyArray<number | string> {
  return [...pattern.codes, ...also, ...pattern.classes.map((digit) => `${digit}xx`)];
}
