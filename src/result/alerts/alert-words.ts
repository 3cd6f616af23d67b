import type { ParsedAlert } from "../../http/alert/alert-text.ts";
import { unitOf } from "../../http/alert/measure.ts";
import type { AlertUnit } from "../../http/alert/metrics.ts";

/** A value in words: `1.2 s`, `97.3 %`, `3`. */
export function valueText(value: number, unit: AlertUnit): string {
  if (unit === "share") return `${rounded(value * 100)} %`;
  if (unit === "count") return String(rounded(value));
  return value < 1000 ? `${rounded(value)} ms` : `${rounded(value / 1000)} s`;
}

/** Two places, which tell most values from a limit next to them; of the larger ones one. */
function rounded(value: number): number {
  const places = Math.abs(value) >= 100 && !Number.isInteger(value) ? 1 : 2;
  const short = Number(value.toFixed(places));
  // 99.9996 % must not read as 100 %, nor a little of something as nothing.
  if (short === 100 && value < 100) return 99.99;
  return short === 0 && value > 0 ? 0.01 : short;
}

/** `p95`, `p95 of GET /books`. */
export function subject({ name }: ParsedAlert, endpoint: string | undefined): string {
  return endpoint === undefined ? name : `${name} of ${endpoint}`;
}

/** What a relative limit comes to: `, which is 2 %`; `limit` is the number. */
export function limitText({ words, measure }: ParsedAlert, limit: number): string {
  return `${words}, which is ${valueText(limit, unitOf(measure))}`;
}
