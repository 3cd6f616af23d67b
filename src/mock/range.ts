import { httpDate, type Validators } from "./conditional.ts";
import type { MockRequest } from "./request.ts";

/** A part of a representation, in bytes, both ends included. */
export interface Part {
  readonly first: number;
  readonly last: number;
}

/**
 * The part that a request asks for. Undefined: the whole, because no range is asked for, or one that this server need not
 * understand (RFC 9110, 14.2: other units, several ranges, broken ones). `unsatisfiable`: it starts behind the end.
 */
export function requestedPart(
  request: MockRequest,
  length: number,
  current: Validators,
): Part | "unsatisfiable" | undefined {
  const [, from = "", to = ""] = /^bytes=\s*(\d{0,15})-(\d{0,15})\s*$/.exec(request.headers.get("range") ?? "") ?? [];
  if ((from === "" && to === "") || !isStillMeant(request.headers.get("if-range"), current)) return undefined;
  if (from === "") {
    if (Number(to) === 0 || length === 0) return "unsatisfiable";
    return { first: Math.max(length - Number(to), 0), last: length - 1 };
  }
  if (to !== "" && Number(to) < Number(from)) return undefined;
  if (Number(from) >= length) return "unsatisfiable";
  return { first: Number(from), last: to === "" ? length - 1 : Math.min(Number(to), length - 1) };
}

/** If-Range: the part only of the very same representation, else the whole (RFC 9110, 13.1.5). */
function isStillMeant(ifRange: string | undefined, { etag, lastModified }: Validators): boolean {
  if (ifRange === undefined) return true;
  if (httpDate(ifRange) !== undefined) return ifRange.trim() === lastModified;
  return !ifRange.startsWith("W/") && ifRange.trim() === etag;
}
