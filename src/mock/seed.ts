import { createHash } from "node:crypto";

/** What a mock invents is the same for the same seed. This one takes the plainest of everything. */
export const plainSeed = 0;

/** One of several possibilities for what bears this name. */
export function pick<T>(options: ReadonlyArray<T>, seed: number, name: string): T | undefined {
  return options[pickNumber(options.length, seed, name)];
}

/** A whole number from 0, below the count. */
export function pickNumber(count: number, seed: number, name: string): number {
  if (seed === plainSeed || count < 1) return 0;
  return digest(seed, name).readUIntBE(0, 6) % count;
}

/** A UUID (RFC 9562, 5.4) that looks random and is not. */
export function uuidOf(seed: number, name: string): string {
  const text = seed === plainSeed ? name : `${seed} ${name}`;
  const hex = createHash("sha256").update(text).digest("hex");
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
  return [...parts, hex.slice(20, 32)].join("-");
}

function digest(seed: number, name: string): Buffer {
  return createHash("sha256").update(`${seed} ${name}`).digest();
}
