import type { Exchange } from "./exchange.ts";

/** The part of a list that a request asks for. */
export interface Page {
  readonly offset: number;
  readonly size: number;
  /** Of the whole list. */
  readonly total: number;
  /** The first page has this number: 1, or 0 where the manifest writes `page: 0`. */
  readonly base: number;
  /** Parameters of the endpoint that say where the part begins and how long it is. */
  readonly names: PageNames;
}

export interface PageNames {
  readonly size?: string;
  readonly page?: string;
  readonly offset?: string;
}

const sizes = /^(?:\$?top|count|limit|max_?(?:page_?size|results|items)|page_?size|per_?page|size|take)$/i;
const pages = /^page(?:_?(?:no|num|number|index))?$/i;
const offsets = /^(?:\$?skip|offset|start(?:_?index)?)$/i;

/** Where the endpoint has the page as its only parameter. */
const usualSize = 20;

/** The page that is asked for; undefined where the endpoint has no such parameters. */
export function pageOf({ operation, target }: Pick<Exchange, "operation" | "target">, total: number): Page | undefined {
  const declared = Object.entries(operation.query).filter(([, example]) => /^\d+$/.test(example));
  const nameLike = (pattern: RegExp) => declared.find(([name]) => pattern.test(name))?.[0];
  const [size, page, offset] = [sizes, pages, offsets].map(nameLike);
  if (size === undefined && page === undefined && offset === undefined) return undefined;
  const givenIn = (name: string | undefined) => wholeNumber(name === undefined ? null : target.query.get(name));
  const exampleOf = (name: string | undefined) => wholeNumber(name === undefined ? undefined : operation.query[name]);
  const length = givenIn(size) ?? exampleOf(size) ?? usualSize;
  const base = exampleOf(page) === 0 ? 0 : 1;
  return {
    offset: givenIn(offset) ?? Math.max((givenIn(page) ?? base) - base, 0) * length,
    size: length,
    total,
    base,
    names: { ...(size && { size }), ...(page && { page }), ...(offset && { offset }) },
  };
}

/** The part of a list. */
export function cutPage<T>(items: ReadonlyArray<T>, { offset, size }: Page): ReadonlyArray<T> {
  return items.slice(offset, offset + size);
}

/** Number of the page, the first one being the base. */
export function pageNumber({ offset, size, base }: Page): number {
  return base + (size > 0 ? Math.floor(offset / size) : 0);
}

export function pageCount({ total, size }: Page): number {
  return size > 0 ? Math.ceil(total / size) : 0;
}

/** The other pages that there are, by the relation they have to this one. */
export function neighbours(page: Page): Readonly<Record<"first" | "last" | "next" | "prev", number | undefined>> {
  const { offset, size, total } = page;
  const last = Math.max(pageCount(page) - 1, 0) * size;
  return {
    first: 0,
    last,
    next: size > 0 && offset + size < total ? offset + size : undefined,
    // From beyond the end the way back leads to the last page there is.
    prev: size > 0 && offset > 0 ? Math.min(Math.max(offset - size, 0), last) : undefined,
  };
}

function wholeNumber(text: string | null | undefined): number | undefined {
  return text !== null && text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
