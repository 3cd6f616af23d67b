import type { Headers } from "./declared-headers.ts";
import type { Exchange } from "./exchange.ts";
import { neighbours, type Page, pageNumber } from "./page.ts";
import { withoutKeys } from "./redirect.ts";
import { uriReference } from "./uri-reference.ts";

/** The path and query of another page: this request's, somewhere else in the list. */
export function pageTarget({ target, api }: Pick<Exchange, "target" | "api">, page: Page, offset: number): string {
  const query = withoutKeys(target.query, api);
  const { names } = page;
  if (names.offset !== undefined && (names.page === undefined || query.has(names.offset))) {
    query.set(names.offset, String(offset));
  } else if (names.page !== undefined) query.set(names.page, String(pageNumber({ ...page, offset })));
  return uriReference(`${target.path}?${query}`);
}

/** Links to the pages before and after this one, where there are any (RFC 8288, 3). */
export function pageLinks(exchange: Pick<Exchange, "target" | "api">, page: Page): Headers {
  // With nothing but a size there is no way to say where another page begins.
  if (page.names.page === undefined && page.names.offset === undefined) return {};
  const { next, prev } = neighbours(page);
  const links = Object.entries({ next, prev }).flatMap(([relation, offset]) =>
    offset === undefined ? [] : [`<${pageTarget(exchange, page, offset)}>; rel="${relation}"`],
  );
  return links.length === 0 ? {} : { Link: links.join(", ") };
}
