import { statuses } from "../http/statuses.ts";
import type { Outcome } from "./api.ts";
import type { Exchange } from "./exchange.ts";
import { appendToHeader } from "./header-list.ts";
import type { Refusal } from "./refusal.ts";
import type { MockRequest } from "./request.ts";
import type { MockResponse } from "./response.ts";
import { publicMessage } from "./wording.ts";

/** The code that a client would like to see. */
export interface Wish {
  readonly code: number;
  /** Undefined: the endpoint does not declare it, so the wish is ignored, as it may be (RFC 7240, 2). */
  readonly outcome: Outcome | undefined;
}

/** Longer than this no answer is held back. */
const maxDelayMs = 60_000;

/** What a client prefers, by lower-case name; of two that say the same the first counts (RFC 7240, 2). */
export function readPreferences(header: string | undefined): ReadonlyMap<string, string> {
  const preferences = new Map<string, string>();
  for (const text of header?.match(/(?:[^,"]|"(?:[^"\\]|\\.)*"?)+/g) ?? []) {
    // What follows a semicolon are parameters; neither preference here knows one.
    const [main = ""] = text.match(/^(?:[^;"]|"(?:[^"\\]|\\.)*"?)+/) ?? [];
    const [, name = "", value = ""] = /^([^=]*)=?(.*)$/s.exec(main) ?? [];
    const key = name.trim().toLowerCase();
    if (key !== "" && !preferences.has(key)) preferences.set(key, unquoted(value.trim()));
  }
  return preferences;
}

/** `Prefer: code=503`: the answer to it, where the endpoint declares one. */
export function findWish({ request, operation }: Exchange): Wish | undefined {
  const text = readPreferences(request.headers.get("prefer")).get("code");
  if (text === undefined || !/^[2-5]\d\d$/.test(text)) return undefined;
  const code = Number(text);
  return { code, outcome: declaredOutcome(operation, code) };
}

/** What the manifest says of a code, one without a `when` first; a class has all codes that are registered. */
function declaredOutcome({ expect, steps }: Exchange["operation"], code: number): Outcome | undefined {
  const exact = expect.filter(({ codes }) => codes.codes.includes(code));
  const plain = exact.find(({ when }) => when === undefined) ?? exact[0];
  const ofClass = expect.find(({ codes }) => statuses.has(code) && codes.classes.includes(Math.floor(code / 100)));
  const found = plain ?? ofClass;
  return found ? { code, response: found.response } : steps.find(({ outcome }) => outcome.code === code)?.outcome;
}

/** An error that was wished for comes before all reasons for another answer. */
export function refuseWished(wish: Wish | undefined): Refusal | undefined {
  if (!wish?.outcome || wish.code < 400) return undefined;
  const { code, outcome } = wish;
  const headers = { "Preference-Applied": `code=${code}` };
  return { code, reason: `Prefer: code=${code}`, message: publicMessage(code), response: outcome.response, headers };
}

/** Says what became of the wish for a code, in the answer and in the log. */
export function tellWish(response: MockResponse, wish: Wish | undefined): MockResponse {
  if (!wish) return response;
  const { headers, reason, status } = response;
  if (!wish.outcome) return { ...response, reason: `${reason} (Prefer: code=${wish.code} is not declared here)` };
  if (status !== wish.code) return response;
  const told = appendToHeader({ ...headers, "Preference-Applied": `code=${wish.code}` }, "Vary", "Prefer");
  return { ...response, headers: told, reason: `Prefer: code=${wish.code}` };
}

/** `Prefer: delay=200`: the answer, to be held back for so many milliseconds. */
export function delayAsPreferred(response: MockResponse, { headers }: MockRequest): MockResponse {
  const text = readPreferences(headers.get("prefer")).get("delay");
  if (text === undefined || !/^\d{1,9}$/.test(text)) return response;
  const delayMs = Math.min(Number(text), maxDelayMs);
  const applied = appendToHeader(response.headers, "Preference-Applied", `delay=${delayMs}`);
  return { ...response, headers: appendToHeader(applied, "Vary", "Prefer"), delayMs };
}

function unquoted(text: string): string {
  return text.startsWith('"') ? text.replace(/^"|"$/g, "").replace(/\\(.)/g, "$1") : text;
}
