import type { CodePattern, Endpoint, Expectation, HeaderExpectation, RequestShape } from "../manifest/model.ts";
import { fits } from "../plan/pattern.ts";

/** Whether one of these codes would be right for some entry of the endpoint. */
export function declares({ expect }: Pick<Endpoint, "expect">, ...codes: ReadonlyArray<number>): boolean {
  return expect.some((entry) => codes.some((code) => fits(entry.codes, code)));
}

/** Whether one of these codes is named, alone or among others: `404`, `404|410`, and not `4xx`. */
export function names({ codes: { codes } }: Expectation, ...wanted: ReadonlyArray<number>): boolean {
  return wanted.some((code) => codes.includes(code));
}

/** Whether nothing but these codes would be right: an alternative excuses the one that would be wrong alone. */
export function isOnly({ codes, classes }: CodePattern, ...wanted: ReadonlyArray<number>): boolean {
  return classes.length === 0 && codes.every((code) => wanted.includes(code));
}

/** Whether the pattern is of these classes only, whichever way it is written. */
export function isOfClass({ codes, classes }: CodePattern, ...digits: ReadonlyArray<number>): boolean {
  return codes.every((code) => digits.includes(Math.floor(code / 100))) && classes.every((one) => digits.includes(one));
}

/** Whether it does nothing but redirect: then it reads neither the body nor the credentials. */
export function onlyRedirects({ expect }: Pick<Endpoint, "expect">): boolean {
  return expect.every(({ codes }) => isOfClass(codes, 3));
}

/** What is said of a response header, if anything. */
export function headerOf({ response }: Expectation, name: string): HeaderExpectation | undefined {
  return response.headers.find((header) => header.name.toLowerCase() === name.toLowerCase());
}

/** Whether the response is expected to have no such header. */
export function denies(expectation: Expectation, name: string): boolean {
  return headerOf(expectation, name)?.kind === "absent";
}

/** Whether the response is expected to have such a header. */
export function wants(expectation: Expectation, name: string): boolean {
  const header = headerOf(expectation, name);
  return header !== undefined && header.kind !== "absent";
}

/** Whether anything is said of the response's body. An empty text is no body. */
export function describesBody({ response: { body, equals, schema } }: Expectation): boolean {
  const isBody = (value: unknown): boolean => value !== undefined && value !== null && value !== "";
  return isBody(body) || isBody(equals) || schema !== undefined;
}

/** What the manifest says of a request in words. */
export function wordsOf(request: RequestShape & Partial<Pick<Endpoint, "summary" | "tags">>): string {
  return [request.path, request.summary ?? "", ...(request.tags ?? [])].join(" ").toLowerCase();
}

/** The fixed segments of a path: `/books/{id}/cover` has books and cover. */
export function segmentsOf({ path }: Pick<RequestShape, "path">): ReadonlyArray<string> {
  return path.split("/").filter((segment) => segment !== "" && !segment.includes("{"));
}

/** Whether the path ends with a parameter, and so names one thing. */
export function isItemPath({ path }: Pick<RequestShape, "path">): boolean {
  return /(?<!\{)\{[^{}]+\}\/?$/.test(path);
}

const saysUnfit = /expired|invalid|wrong|bad|revoked|stale|unknown|fake|nobody|stranger/i;

/** Whether an identity is called so that its credentials are meant to be refused. */
export function isMeantToFail(name: string): boolean {
  return saysUnfit.test(name);
}
