import type { Json, JsonObject, JsonPath } from "../manifest/model.ts";
import type { Exchange } from "./exchange.ts";
import { fieldOf, isObject, withField } from "./json.ts";
import { neighbours, type Page, pageCount, pageNumber } from "./page.ts";
import { pageTarget } from "./page-link.ts";

/** What the fields around a list are filled in from. */
export interface PageFacts {
  readonly exchange: Pick<Exchange, "target" | "api" | "request">;
  readonly page: Page;
  /** How many entries this page has. */
  readonly count: number;
  /** Where the list itself stands. */
  readonly listPath: JsonPath;
}

/** A body whose fields around the list say which page it is: `total`, `page`, `limit`, `hasMore`, `next` ... as they are known by name. */
export function tellPage(body: Json, facts: PageFacts): Json {
  if (!isObject(body)) return body;
  let told: JsonObject = body;
  for (const [name, value] of Object.entries(body)) {
    if (facts.listPath.length === 1 && facts.listPath[0] === name) continue;
    const isOnTheWay = facts.listPath[0] === name;
    const inner = { ...facts, listPath: isOnTheWay ? facts.listPath.slice(1) : [] };
    const own = fieldValue(name, value, { body, facts }) ?? (isObject(value) ? tellPage(value, inner) : value);
    if (own !== value) told = withField(told, name, own);
  }
  return told;
}

interface Field {
  readonly body: JsonObject;
  readonly facts: PageFacts;
}

/** The value of a field by its name, of the type that it has; undefined: it has nothing to do with pages. */
function fieldValue(name: string, value: Json, { body, facts }: Field): Json | undefined {
  const key = name.replace(/[^A-Za-z]/g, "").toLowerCase();
  if (typeof value === "number") return numberFor(key, Object.keys(body).some(isTotal), facts);
  const { next, prev } = neighbours(facts.page);
  if (typeof value === "boolean") {
    if (/^has(?:more|next(?:page)?)$/.test(key)) return next !== undefined;
    return /^has(?:prev|previous)(?:page)?$/.test(key) ? prev !== undefined : undefined;
  }
  return linkFor(key, value, facts);
}

function isTotal(name: string): boolean {
  return /^total/i.test(name) && !/pages?$/i.test(name);
}

/** A `count` beside a `total` is that of the page. */
function numberFor(key: string, hasTotal: boolean, { page, count }: PageFacts): number | undefined {
  if (isTotal(key)) return page.total;
  if (key === "count") return hasTotal ? count : page.total;
  if (/^(?:page|currentpage|pageno|pagenumber)$/.test(key)) return pageNumber(page);
  if (/^(?:limit|pagesize|perpage|size|take)$/.test(key)) return page.size;
  if (/^(?:offset|skip|start|startindex)$/.test(key)) return page.offset;
  if (/^(?:pages|pagecount|totalpages|numpages|lastpage)$/.test(key)) return pageCount(page);
  if (!/^(?:next|prev|previous)page$/.test(key)) return undefined;
  const { next, prev } = neighbours(page);
  const offset = key === "nextpage" ? next : prev;
  return offset === undefined ? 0 : pageNumber({ ...page, offset });
}

const relations: Readonly<Record<string, "first" | "last" | "next" | "prev">> = {
  first: "first",
  last: "last",
  next: "next",
  prev: "prev",
  previous: "prev",
};

/** A link in the form that the example has. Where there is no page, null stays null, and a text is empty: it must stay one. */
function linkFor(key: string, value: Json, { exchange, page }: PageFacts): Json | undefined {
  const relation = relations[key.replace(/(?:page)?(?:url|uri|link|href)?$/, "")];
  if (relation === undefined) return undefined;
  const href = fieldOf(value, "href");
  const shown = typeof href === "string" ? href : value;
  if (shown !== null && typeof shown !== "string") return undefined;
  const offset = neighbours(page)[relation];
  const isLink = shown === null || shown === "" || /[/?]/.test(shown);
  // Anything else is a cursor, which only the API itself could make.
  if (!isLink && offset !== undefined) return undefined;
  const link =
    offset === undefined ? (shown === null ? null : "") : linkLike(shown, pageTarget(exchange, page, offset), exchange);
  return typeof href === "string" && isObject(value) ? withField(value, "href", link) : link;
}

function linkLike(shown: string | null, target: string, { request }: PageFacts["exchange"]): string {
  if (shown?.startsWith("?")) return target.slice(target.indexOf("?"));
  return shown !== null && /^https?:/i.test(shown)
    ? `http://${request.headers.get("host") ?? "localhost"}${target}`
    : target;
}
