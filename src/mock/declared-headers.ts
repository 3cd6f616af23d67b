import type { HeaderExpectation, ResponseExpectation } from "../manifest/model.ts";
import type { MockResponse } from "./response.ts";
import { compile, sampleOf } from "./sample.ts";

export type Headers = MockResponse["headers"];

/** The framing is the server's own (RFC 9112, 6): what a manifest says of it is checked, never obeyed. */
const framing: ReadonlySet<string> = new Set(["content-length", "transfer-encoding", "connection", "date"]);

/** What a header that only has to be there says. */
const usualValues: Readonly<Record<string, string>> = {
  "cache-control": "no-cache",
  expires: "Thu, 01 Jan 1970 00:00:00 GMT",
  "last-modified": "Mon, 01 Jan 2024 00:00:00 GMT",
  etag: '"1"',
  link: '</>; rel="self"',
  location: "/",
  "set-cookie": "mock=1; Path=/; HttpOnly",
  "strict-transport-security": "max-age=31536000",
  vary: "Accept",
  "x-content-type-options": "nosniff",
  "access-control-allow-origin": "*",
  "content-disposition": 'attachment; filename="mock"',
};

/** The headers, made to be what the manifest says they are. */
export function meetHeaders(headers: Headers, expectations: ReadonlyArray<HeaderExpectation>): Headers {
  let met = headers;
  for (const expectation of expectations) met = meetHeader(met, expectation);
  return met;
}

function meetHeader(headers: Headers, expectation: HeaderExpectation): Headers {
  const name = expectation.name.toLowerCase();
  if (framing.has(name) || !/^[!#$%&'*+.^_`|~\w-]+$/.test(name)) return headers;
  const [key = expectation.name, present] =
    Object.entries(headers).find(([other]) => other.toLowerCase() === name) ?? [];
  const value = valueFor(expectation, present === undefined ? undefined : String(present));
  const others = Object.entries(headers).filter(([other]) => other !== key);
  return Object.fromEntries(
    value === undefined ? others : [...others, [key, value === String(present) ? (present ?? value) : value]],
  );
}

/** What a header should say, given what it would say otherwise; undefined: it should not be there. */
function valueFor(expectation: HeaderExpectation, present: string | undefined): string | undefined {
  switch (expectation.kind) {
    case "absent":
      return undefined;
    case "equals":
      return sendable(expectation.value);
    case "any":
      return present !== undefined && expectation.values.includes(present)
        ? present
        : sendable(expectation.values[0] ?? "1");
    case "matches":
      if (present !== undefined && compile(expectation.pattern)?.test(present)) return present;
      return sendable(sampleOf(expectation.pattern) ?? present ?? "1");
    case "present":
      return present ?? usualValues[expectation.name.toLowerCase()] ?? "1";
  }
  return expectation satisfies never;
}

/** Header values hold visible Latin-1 (RFC 9110, 5.5); a line break in one would end it. */
export function sendable(value: string): string {
  return value.replace(/[^\t\x20-\x7e\xa0-\xff]/g, "?");
}

/** The media type that a response is declared to have. */
export function contentTypeOf({ headers }: ResponseExpectation): string | undefined {
  const declared = headers.find(({ name }) => name.toLowerCase() === "content-type");
  if (declared?.kind === "equals") return declared.value;
  if (declared?.kind === "any") return declared.values[0];
  if (declared?.kind !== "matches" || compile(declared.pattern)?.test("application/json")) return undefined;
  return sampleOf(declared.pattern);
}
