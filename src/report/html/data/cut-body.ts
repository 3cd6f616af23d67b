import { plainLines } from "../plain-view.ts";

/** A body as the page shows it; `length` is that of the whole, in characters, where this is not all of it. */
export interface ShownBody {
  readonly text: string;
  readonly length?: number;
}

/** More of a body is no use on a page. */
export const longestBody = 65_536;

export function cutBody(body: string | undefined): ShownBody | undefined {
  if (body === undefined || body === "") return undefined;
  if (body.length <= longestBody) return { text: plainLines(body) };
  // Half of a character would be no character.
  const isSplit = /[\ud800-\udbff]/.test(body.charAt(longestBody - 1));
  return { text: plainLines(body.slice(0, longestBody - (isSplit ? 1 : 0))), length: body.length };
}
