import { statusLine } from "../../http/statuses.ts";
import type { Place } from "../../result/model.ts";

/** `1 case`, `2 cases`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `812 ms`, `3.1 s`, `2 min 5 s`. */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** `97.6 %`; never 0 % of what is there, nor 100 % where something is missing. */
export function percentage(share: number): string {
  if (share === 0 || share === 1) return `${share * 100} %`;
  const tenths = Math.min(999, Math.max(1, Math.round(share * 1000)));
  return `${tenths / 10} %`;
}

/** `422 Unprocessable Content`, `400 Bad Request or 422 Unprocessable Content`, `any 2xx`. */
export function expectation(patterns: ReadonlyArray<string>): string {
  const codes = patterns.flatMap((pattern) => pattern.split("|")).map((code) => code.trim());
  return codes.map((code) => (/^\d+$/.test(code) ? statusLine(Number(code)) : `any ${code}`)).join(" or ");
}

/** `api.yaml:14:29`. */
export function placeText({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}
