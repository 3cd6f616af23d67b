import { maskCookie, maskCredentials } from "./credentials.ts";
import { isPlainSent, isPlainValue } from "./plain-value.ts";
import { isPlural, isSecretHeader, isSecretName } from "./secret-names.ts";

/** What a mask makes of a named value, wherever it stands. */
export interface FieldRule {
  /** Whether a value of this name may have to be masked. */
  readonly isNamed: (name: string) => boolean;
  /** What stands for a text; undefined: it may be read. */
  readonly text: (name: string, value: string) => string | undefined;
  /** Whether a number must not be read. */
  readonly number: (name: string, value: string) => boolean;
  /** Whether whatever is in it must not be read, objects and lists as well. */
  readonly isAll: (name: string) => boolean;
  /** Whether the texts of an object of this name must not be read: `cookies`, `credentials`. */
  readonly isHolder: (name: string) => boolean;
  readonly header: (name: string, value: string) => string | undefined;
}

const anyLong = "x".repeat(99);
const holders = /^(?:cookies?|credentials?|secrets|tokens)$/i;

/** `names`: those that somebody asked for. `isSent`: of a request, where nobody complains of a field by its name. */
export function createFieldRule(names: ReadonlyArray<string>, { isSent = false } = {}): FieldRule {
  const asked = new Set(names.map((name) => name.toLowerCase()));
  const isAll = (name: string) => asked.size > 0 && asked.has(lastPart(name).toLowerCase());
  const isPlain = isSent ? isPlainSent : isPlainValue;
  return {
    isAll,
    isNamed: (name) => isAll(name) || isSecretName(name, anyLong),
    isHolder: (name) => holders.test(name),
    number: (name, value) => isAll(name) || (isSecretName(name, value) && !isPlural(name)),
    text: (name, value) => {
      if (value === "") return undefined;
      if (isAll(name)) return "***";
      return isSecretName(name, value) && !isPlain(value) ? shown(name, value) : undefined;
    },
    header: (name, value) => {
      if (value === "") return undefined;
      if (isAll(name)) return "***";
      if (isSecretHeader(name)) return shown(name, value);
      return undefined;
    },
  };
}

/** `user[email]`, `user.email`: a name that was asked for is the last part as well. */
function lastPart(name: string): string {
  return /[^.[\]]+(?=\]?$)/.exec(name)?.[0] ?? name;
}

function shown(name: string, value: string): string {
  if (/authorization$/i.test(name)) return maskCredentials(value);
  if (/^set[-_ ]?cookie$/i.test(name)) return maskCookie(value, { isSet: true });
  return /^cookie$/i.test(name) ? maskCookie(value, { isSet: false }) : "***";
}
