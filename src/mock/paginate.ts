import type { Json, ResponseExpectation } from "../manifest/model.ts";
import type { Effect } from "./effect.ts";
import type { Exchange } from "./exchange.ts";
import { readPath, writePath } from "./json-path.ts";
import { cutPage, type Page, pageOf } from "./page.ts";
import { tellPage } from "./page-field.ts";
import { pageLinks } from "./page-link.ts";
import { findList, mergeEquals, representList } from "./represent.ts";
import type { Resource } from "./state.ts";

type Shown = Pick<Effect, "reason" | "body" | "headers">;

/** A list of resources, or the page of it that the request asks for. */
export function listResources(
  exchange: Exchange,
  resources: ReadonlyArray<Resource>,
  response: ResponseExpectation,
): Shown {
  const page = pageOf(exchange, resources.length);
  if (!page) return { reason: `${resources.length} found`, body: representList(resources, response) };
  const items = cutPage(resources, page);
  const body = representList(items, response);
  return describePage(exchange, body, { page, count: items.length, response });
}

/** The page of a list that the manifest only shows; undefined: it shows none, or none that has pages. */
export function listShown(exchange: Exchange, body: Json, response: ResponseExpectation): Shown | undefined {
  const path = findList(body);
  const items = path && readPath(body, path);
  const page = Array.isArray(items) ? pageOf(exchange, items.length) : undefined;
  if (!path || !Array.isArray(items) || !page) return undefined;
  const part = cutPage(items, page);
  return describePage(exchange, writePath(body, path, part), { page, count: part.length, response });
}

function describePage(
  exchange: Exchange,
  body: Json,
  { page, count, response }: { page: Page; count: number; response: ResponseExpectation },
): Shown {
  const told = tellPage(body, { exchange, page, count, listPath: findList(body) ?? [] });
  return {
    reason: `${count} of ${page.total} found`,
    // What the manifest says of the request that it writes holds for that one; other pages have other values.
    body: isAsWritten(exchange) ? mergeEquals(told, response.equals) : told,
    headers: pageLinks(exchange, page),
  };
}

function isAsWritten({ operation, target }: Exchange): boolean {
  return Object.entries(operation.query).every(([name, value]) => (target.query.get(name) ?? value) === value);
}
