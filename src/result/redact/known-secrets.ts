import { isTelling } from "./plain-value.ts";
import { secretPattern } from "./secret-pattern.ts";
import { createValueFinder } from "./value-finder.ts";

/** What masks values that are known to be secret. */
export interface KnownSecrets {
  /** Wherever they stand. */
  readonly text: (text: string) => string;
  /** Short ones, as whole values of a query. */
  readonly query: (url: string) => string;
  /** Whether the text is one of them. */
  readonly isWhole: (text: string) => boolean;
}

/** Shorter ones are masked only where they are a whole value: anywhere else they would be a part of some word. */
const shortestPart = 4;
/**
 * Each pattern goes through each text. A report of a thousand logins has a thousand tokens: so many are left to the finder, which
 * knows every way to write one down but a mixture of them.
 */
const mostPatterns = 100;

export function createKnownSecrets(secrets: ReadonlyArray<string>): KnownSecrets {
  // Longer ones first: one secret may be a part of another.
  const sorted = [...new Set(secrets)].filter((secret) => secret !== "").sort((a, b) => b.length - a.length);
  const long = sorted.filter(({ length }) => length >= shortestPart);
  const patterned = long.length > mostPatterns ? long.filter((one) => !isTelling(one)) : long;
  const parts = patterned.map((one) => new RegExp(secretPattern(one), "g"));
  const wholes = sorted.filter(({ length }) => length < shortestPart).map(secretPattern);
  const exact = wholes.map((whole) => new RegExp(`^${whole}$`));
  const inQuery = wholes.map((whole) => new RegExp(`([?&][^=&#]{0,400}=)${whole}(?=[&#]|$)`, "g"));
  // In the middle of base64, and cut short.
  const finder = createValueFinder();
  for (const secret of sorted) if (isTelling(secret)) finder.add(secret);
  return {
    text: (text) => finder.mask(parts.reduce((masked, part) => masked.replace(part, "***"), text)),
    query: (url) => inQuery.reduce((masked, pattern) => masked.replace(pattern, "$1***"), url),
    isWhole: (text) => exact.some((pattern) => pattern.test(text)),
  };
}
