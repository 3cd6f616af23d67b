import { isRecord, type JsonRecord } from "./json.ts";
import type { ForeignRequest } from "./model.ts";

/** The names in `{{name}}` of a text, those of dynamic variables (`{{$guid}}`) left out. */
export function namesIn(text: string): ReadonlyArray<string> {
  return [...text.matchAll(/\{\{([^{}]+)\}\}/g)].map(([, name = ""]) => name).filter((name) => !name.startsWith("$"));
}

/** The variables that a request sends, as far as its own text and the credentials that it inherits tell. */
export function variablesUsedBy({ item, chain }: ForeignRequest): ReadonlySet<string> {
  const { request } = item;
  const texts = isRecord(request)
    ? [...textsIn(sentUrl(request.url)), ...textsIn(request.header), ...textsIn(sentBody(request.body))]
    : textsIn(request);
  return new Set([...texts, ...textsIn(authOf(chain))].flatMap(namesIn));
}

/** What is sent is made of the parts; the rest is for people. */
function sentUrl(url: unknown): unknown {
  if (!isRecord(url) || (!url.host && !url.path)) return isRecord(url) ? url.raw : url;
  const { raw: _, ...parts } = url;
  return parts;
}

function sentBody(body: unknown): unknown {
  return isRecord(body) && typeof body.mode === "string" && body.disabled !== true ? body[body.mode] : undefined;
}

/** The credentials that a request is sent with: its own, or the nearest ones above it. */
export function authOf(chain: ReadonlyArray<JsonRecord>): unknown {
  const own = chain.map((one, index) =>
    index === chain.length - 1 && isRecord(one.request) ? one.request.auth : one.auth,
  );
  const auth = own.findLast(isRecord);
  return auth !== undefined && typeof auth.type === "string" ? auth[auth.type] : undefined;
}

/** Every text of a value, keys and descriptions and what is switched off left out. */
function textsIn(value: unknown): ReadonlyArray<string> {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (!isRecord(value) || value.disabled === true) return [];
  return Object.entries(value).flatMap(([key, part]) => (key === "description" ? [] : textsIn(part)));
}
