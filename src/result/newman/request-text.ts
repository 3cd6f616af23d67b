import type { NewmanRequest, NewmanUrl } from "./schema.ts";

/** The URL as it was sent. */
export function urlText(url: NewmanUrl): string {
  if (url === undefined || typeof url === "string") return url ?? "";
  const { protocol = "", auth, host, port, path, query, hash } = url;
  const scheme = protocol === "" || protocol.endsWith("://") ? protocol : `${protocol}://`;
  const user = auth?.user ?? "";
  const credentials = auth === undefined ? "" : `${user}${auth.password === undefined ? "" : `:${auth.password}`}@`;
  const pairs = pairsText(query);
  return [
    `${scheme}${credentials}${host.join(".")}`,
    port === undefined || port === "" ? "" : `:${port}`,
    path.length === 0 ? "" : `/${path.join("/")}`,
    pairs === "" ? "" : `?${pairs}`,
    hash === undefined ? "" : `#${hash}`,
  ].join("");
}

/** The body, where it is text: of a form with files, and of a file, the report does not hold what was sent. */
export function bodyText(body: NewmanRequest["body"]): string {
  if (body?.mode === "raw") return typeof body.raw === "string" ? body.raw : "";
  if (body?.mode !== "urlencoded") return "";
  if (typeof body.urlencoded === "string") return body.urlencoded;
  return pairsText(Array.isArray(body.urlencoded) ? body.urlencoded : []);
}

/** `a=1&b`: whatever else of it had to be encoded is so already. */
function pairsText(pairs: ReadonlyArray<unknown>): string {
  return pairs
    .filter((pair): pair is Readonly<Record<string, unknown>> => typeof pair === "object" && pair !== null)
    .filter(({ disabled }) => disabled !== true)
    .map(({ key, value }) => {
      const name = typeof key === "string" ? encode(key).replaceAll("=", "%3D") : "";
      return typeof value === "string" ? `${name}=${encode(value)}` : name;
    })
    .join("&");
}

/** As Newman writes pairs, what would end one of them. */
function encode(text: string): string {
  return text.replaceAll("&", "%26").replaceAll("#", "%23");
}
