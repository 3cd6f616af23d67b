import { InvalidArgumentError } from "commander";

export function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text) || Number(text) === 0) throw new InvalidArgumentError("It must be a whole number above 0.");
  return Number(text);
}

/** 0 as well. */
export function count(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError("It must be a whole number.");
  return Number(text);
}

export function wholeNumberOrAuto(text: string): number | "auto" {
  if (text === "auto") return text;
  if (!/^\d+$/.test(text) || Number(text) === 0) {
    throw new InvalidArgumentError("It must be auto or a whole number above 0.");
  }
  return Number(text);
}

/** `95%`, `95` or `0.95`. */
export function share(text: string): number {
  const [, number, sign] = /^(\d+(?:\.\d+)?)(%?)$/.exec(text) ?? [];
  const value = Number(number) / (sign === "%" || Number(number) > 1 ? 100 : 1);
  if (number === undefined || value > 1) throw new InvalidArgumentError("Write a share: 95%.");
  return value;
}

export function portNumber(text: string): number {
  const port = wholeNumber(text);
  if (port > 65_535) throw new InvalidArgumentError("Ports end at 65535.");
  return port;
}

const perSecond: Readonly<Record<string, number>> = { s: 1, m: 1 / 60, min: 1 / 60, h: 1 / 3600 };

/** `50/s`, `300/m` or `50`: requests a second. */
export function rate(text: string): number {
  const [, number, unit = "s"] = /^(\d+(?:\.\d+)?)(?:\/(s|m|min|h))?$/.exec(text) ?? [];
  const value = Number(number) * (perSecond[unit] ?? 1);
  if (number === undefined || value === 0) throw new InvalidArgumentError("Write requests and a time: 50/s, 300/m.");
  return value;
}

const sizes: Readonly<Record<string, number>> = { "": 1, b: 1, k: 1000, kb: 1000, m: 1_000_000, mb: 1_000_000 };

/** `64kB`, `1MB`, `0`: characters. */
export function size(text: string): number {
  const [, number, unit = ""] = /^(\d+(?:\.\d+)?)\s*([a-zA-Z]*)$/.exec(text) ?? [];
  const factor = sizes[unit.toLowerCase()];
  if (number === undefined || factor === undefined) throw new InvalidArgumentError("Write a size: 64kB, 1MB, 0.");
  return Math.round(Number(number) * factor);
}

/** May be repeated. */
export function collectText(text: string, texts: ReadonlyArray<string> = []): ReadonlyArray<string> {
  return [...texts, text];
}

/** `name=value`; may be repeated. */
export function collectPair(text: string, pairs: Record<string, string> = {}): Record<string, string> {
  const at = text.indexOf("=");
  if (at < 1) throw new InvalidArgumentError("Write name=value.");
  return { ...pairs, [text.slice(0, at)]: text.slice(at + 1) };
}
