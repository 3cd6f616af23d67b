import { statuses } from "../http/statuses.ts";
import { contentTypeOf } from "./declared-headers.ts";
import type { Exchange } from "./exchange.ts";
import { mediaType } from "./media-type.ts";
import { isRedirect } from "./outcome.ts";
import type { Refusal } from "./refusal.ts";

/** 406 where the client accepts nothing that there is. A server may also ignore Accept (RFC 9110, 12.4.1), and surprise whoever meant it. */
export function refuseUnacceptable({ operation, request, places }: Exchange): Refusal | undefined {
  const accept = request.headers.get("accept");
  if (!accept?.trim() || !hasContent(operation)) return undefined;
  const uploaded = operation.role === "read" ? places.at(-1)?.resource?.file?.type : undefined;
  const type = mediaType(contentTypeOf(operation.happy.response) ?? uploaded ?? "application/json");
  return accepts(accept, type) ? undefined : { code: 406, reason: `${type} is all there is` };
}

/** Where nothing is sent there is nothing to accept. */
function hasContent({ happy: { code } }: Exchange["operation"]): boolean {
  return statuses.get(code)?.isBodiless !== true && !isRedirect(code);
}

function accepts(accept: string, type: string): boolean {
  const ranges = accept.split(",").map(readRange);
  const wanted = [type, `${type.split("/")[0]}/*`, "*/*"];
  // The most specific range decides (RFC 9110, 12.5.1).
  for (const name of wanted) {
    const range = ranges.find((candidate) => candidate.name === name);
    if (range) return range.quality > 0;
  }
  return false;
}

function readRange(text: string): { name: string; quality: number } {
  const [, quality] = /;\s*q\s*=\s*([\d.]+)/i.exec(text) ?? [];
  return { name: mediaType(text), quality: quality === undefined ? 1 : Number(quality) };
}
