import { methods } from "../http/methods.ts";
import type { Json } from "./model.ts";
import { longEndpoint, step } from "./schema/endpoint.ts";
import { entry } from "./schema/expectation.ts";
import { manifestSchema } from "./schema.ts";

const codeLike = /^[1-5]([0-9]{2}|xx)([|,][1-5]([0-9]{2}|xx))*$/i;
const endpointLike = /^[A-Za-z]+\s+\//;

/** Words of other tools, and what they are called here. */
const synonyms: Readonly<Record<string, string>> = {
  type: "contentType",
  mediatype: "contentType",
  url: "baseUrl",
  host: "baseUrl",
  servers: "environments",
  paths: "endpoints",
  requests: "endpoints",
  title: "name",
  status: "expect",
  statuses: "expect",
  responses: "expect",
  codes: "expect",
  params: "query",
  json: "body",
  payload: "body",
  data: "body",
  noauth: "public",
  identity: "as",
  security: "auth",
  timeout: "under",
  description: "summary",
  script: "tests",
};

const homes = [
  { keys: Object.keys(entry.shape), place: "belongs below a code of expect" },
  { keys: Object.keys(longEndpoint.shape), place: "belongs to an endpoint: indent it below one" },
  { keys: Object.keys(step.shape), place: "belongs to a step of a flow" },
  { keys: Object.keys(manifestSchema.shape), place: "belongs to the suite: put it at the start of a line" },
];

/** What to do with a key that is unknown where it stands. */
export function hintForKey(key: string, known: ReadonlyArray<string>): string | undefined {
  if (codeLike.test(key)) return 'codes belong into expect: "200 404"';
  if (endpointLike.test(key) && known.includes("endpoints")) return "put it below endpoints:";
  const synonym = synonyms[key.toLowerCase()];
  if (synonym !== undefined && known.includes(synonym)) return `here it is called "${synonym}"`;
  const home = homes.find(({ keys }) => keys.includes(key));
  return home && `"${key}" ${home.place}`;
}

/** What to do with a key that stands where an endpoint belongs. */
export function hintForEndpoint(key: string): string | undefined {
  if (Object.hasOwn(longEndpoint.shape, key) || Object.hasOwn(step.shape, key)) {
    return `"${key}" belongs to a request: indent it deeper than that`;
  }
  if (key.startsWith("/")) return `write a method before it: GET ${key}`;
  const upper = key.toUpperCase();
  return Object.hasOwn(methods, upper) ? `write a path after it: ${upper} /books` : undefined;
}

/** What to write instead of a value of a wrong type. `key` is the key it stands under. */
export function hintForType(expected: string, value: Json, key: string): string | undefined {
  if (typeof value === "number" && codeLike.test(key)) return `several codes are written "${key} ${value}"`;
  if (value === null && endpointLike.test(key))
    return "write its codes: 200 404; what belongs to it is indented deeper";
  if (expected.startsWith("a duration") && typeof value === "number") return `write ${value}ms`;
  if (expected === "text" && (typeof value === "number" || typeof value === "boolean")) return `write "${value}"`;
  if (expected.startsWith("a list of names") && typeof value === "string") return `write [${value}]`;
  if (expected === "true or false" && typeof value === "string" && /^(yes|on|no|off)$/i.test(value)) {
    return `write ${/^(yes|on)$/i.test(value)}`;
  }
  return undefined;
}
