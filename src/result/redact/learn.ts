import type { HeaderLine, SentRequest } from "../model.ts";
import { partsOfCredentials } from "./credentials.ts";
import type { FieldRule } from "./field-rule.ts";
import { maskFields } from "./mask-fields.ts";
import { rememberLines } from "./memo.ts";
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

interface Rules {
  readonly sent: FieldRule;
  readonly received: FieldRule;
}

/** Named like a secret, and a number that Postman gives to each request. */
const numberOfRequest = /^postman-token$/i;

/** Reads exchanges for the values of their secret fields that can be told from other words. */
export function createLearner(rules: Rules): (exchange: Exchange) => ReadonlySet<string> {
  const tellingOf = (name: string, value: string): ReadonlyArray<string> => {
    const isAsked = rules.sent.isAll(name);
    const forms = partsOfCredentials(name, value).flatMap(plainForms);
    return forms.filter((form) => isTelling(form) || (isAsked && form.length >= shortestAsked));
  };
  const read = (text: string, rule: FieldRule): ReadonlyArray<string> => {
    const found: string[] = [];
    maskFields(
      text.slice(0, searched),
      noting(rule, (name, value) => found.push(...tellingOf(name, value))),
    );
    return found;
  };
  const readLine = rememberLines(({ name, value }): ReadonlyArray<string> => {
    if (numberOfRequest.test(name)) return [];
    return rules.sent.header(name, value) === undefined ? read(value, rules.received) : tellingOf(name, value);
  });
  return ({ request, response }) => {
    const found = [
      ...(request ? [...read(request.url, rules.sent), ...request.headers.flatMap(readLine)] : []),
      ...(request?.body === undefined ? [] : read(request.body, rules.sent)),
      ...(response ? response.headers.flatMap(readLine) : []),
      ...(response?.body === undefined ? [] : read(response.body, rules.received)),
    ];
    return new Set([...new Set(found)].slice(0, mostOfOne));
  };
}

type Note = (name: string, value: string) => void;

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
