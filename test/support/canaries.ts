import { randomBytes } from "node:crypto";

/** A secret with a part that is nowhere else, and characters that are written differently everywhere. */
export interface Canary {
  readonly core: string;
  readonly value: string;
}

/** `around`: characters that URLs, forms and JSON encode. */
export function canary(around = ""): Canary {
  const core = `Cn${randomBytes(7).toString("hex")}9z`;
  return { core, value: `${core}${around}` };
}

/** Which of the canaries a reader of the text could find: as they are, encoded for a URL or for JSON, in base64 of anything. */
export function found(text: string, canaries: Readonly<Record<string, Canary>>): ReadonlyArray<string> {
  const readings = [text, decoded(text), unescaped(text), ...base64Of(text), ...base64Of(decoded(text))];
  return Object.keys(canaries).filter((name) => readings.some((one) => one.includes(canaries[name]?.core ?? "")));
}

function decoded(text: string): string {
  return text.replace(/%([\da-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function unescaped(text: string): string {
  return text.replace(/\\+u([\da-f]{4})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** What is written in base64 and base64url, wherever in a word it begins. */
function base64Of(text: string): ReadonlyArray<string> {
  const words = text.match(/[\w+/-]{12,}/g) ?? [];
  return [0, 1, 2, 3].map((from) =>
    words.map((word) => Buffer.from(word.slice(from), "base64").toString("latin1")).join("\n"),
  );
}
