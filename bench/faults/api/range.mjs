import { refusal } from "./errors.mjs";
import { fault } from "./fault.mjs";

function refuse(size) {
  if (fault("500-for-range")) throw new RangeError("The value of offset is out of range.");
  throw refusal(416, "RANGE_NOT_SATISFIABLE", "The file ends before that.", {
    headers: { "content-range": `bytes */${size}` },
  });
}

/** What a Range header asks of so many bytes: undefined where it is to be ignored (RFC 9110, 14.2). */
export function rangeOf({ method, headers }, { size, etag }) {
  const { range, "if-range": ifRange } = headers;
  if (method !== "GET" || range === undefined || fault("range-ignored")) return undefined;
  if (ifRange !== undefined && ifRange !== etag) return undefined;
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range) ?? [];
  if (first === undefined || (first === "" && last === "")) return undefined;
  if (first === "")
    return Number(last) === 0 ? refuse(size) : { start: Math.max(0, size - Number(last)), end: size - 1 };
  if (last !== "" && Number(last) < Number(first)) return undefined;
  if (Number(first) >= size) return refuse(size);
  return { start: Number(first), end: last === "" ? size - 1 : Math.min(Number(last), size - 1) };
}

/** Sends that part of the content. */
export function sendPart(reply, content, { start, end }) {
  if (!fault("no-content-range")) reply.header("content-range", `bytes ${start}-${end}/${content.length}`);
  // The end of a range is part of it; that of slice is not.
  return reply.code(206).send(content.subarray(start, fault("short-range") ? end : end + 1));
}
