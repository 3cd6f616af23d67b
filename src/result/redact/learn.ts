import type { HeaderLine, SentRequest } from "../model.ts";
import { partsOfCredentials } from "./credentials.ts";
import type { FieldRule } from "./field-rule.ts";
import { maskFields } from "./mask-fields.ts";
import { isPlainValue, isTelling } from "./plain-value.ts";

/** What was sent and what came, as far as either did. */
export interface Exchange {
  readonly request?: SentRequest | undefined;
  readonly response?: { readonly headers: ReadonlyArray<HeaderLine>; readonly body?: string } | undefined;
}

/** More of a body is not searched: what a login answers with is short. */
const searched = 256_000;

/** A list of a thousand keys must not push out everything else. */
const mostOfOne = 100;

/** What somebody asked for is masked as a part of other words, too. */
const shortestAsked = 6;

/** The values of the secret fields of an exchange that can be told from other words. */
export function learnFrom(
  { request, response }: Exchange,
  rules: { readonly sent: FieldRule; readonly received: FieldRule },
): ReadonlySet<string> {
  const found = new Set<string>();
  const note = (name: string, value: string): void => {
    const isAsked = rules.sent.isAll(name);
    const forms = partsOfCredentials(name, value).flatMap(plainForms);
    const telling = forms.filter((form) => isTelling(form) || (isAsked && form.length >= shortestAsked));
    for (const form of telling) if (found.size < mostOfOne) found.add(form);
  };
  const read = (text: string, rule: FieldRule) => void maskFields(text.slice(0, searched), noting(rule, note));
  if (request) {
    read(request.url, rules.sent);
    readHeaders(request.headers, rules.sent, note);
    if (request.body !== undefined) read(request.body, rules.sent);
  }
  if (response) {
    readHeaders(response.headers, rules.received, note);
    if (response.body !== undefined) read(response.body, rules.received);
  }
  return found;
}

type Note = (name: string, value: string) => void;

function readHeaders(headers: ReadonlyArray<HeaderLine>, rule: FieldRule, note: Note): void {
  for (const { name, value } of headers) {
    if (rule.header(name, value) !== undefined) note(name, value);
    else if (/[=:]/.test(value)) maskFields(value, noting(rule, note));
  }
}

/** The same rule, which tells what it masks. */
function noting(rule: FieldRule, note: Note): FieldRule {
  return {
    ...rule,
    text: (name, value) => {
      const by = rule.text(name, value);
      if (by !== undefined) note(name, value);
      return by;
    },
  };
}

/** A value as it was meant, where it stood encoded. */
function plainForms(value: string): ReadonlyArray<string> {
  const forms = [value, unescaped(value), decoded(value), decoded(value.replaceAll("+", " "))];
  return [...new Set(forms)].filter((form) => !isPlainValue(form));
}

function unescaped(value: string): string {
  if (!value.includes("\\")) return value;
  try {
    return String(JSON.parse(`"${value}"`));
  } catch {
    return value;
  }
}

function decoded(value: string): string {
  if (!/%[\da-f]{2}/i.test(value)) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
