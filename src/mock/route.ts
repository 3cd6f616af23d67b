import type { Api, Operation, Route } from "./api.ts";
import { matchPath } from "./path-template.ts";
import type { Target } from "./request.ts";

/** A route with the values its parameters have in a request. */
export interface Match {
  readonly route: Route;
  readonly values: ReadonlyArray<string>;
  /** The path of the request, without the base path. */
  readonly path: string;
}

/** The route of a request; the most specific one comes first. */
export function findRoute(api: Api, { path, segments }: Target): Match | undefined {
  if (!segments || (path !== api.basePath && !path.startsWith(`${api.basePath}/`))) return undefined;
  const inside = path.slice(api.basePath.length) || "/";
  const depth = api.basePath.split("/").length - 1;
  const own = inside === "/" ? [] : segments.slice(depth);
  for (const route of api.routes) {
    const values = matchPath(route.template, own);
    if (values) return { route, values, path: inside };
  }
  return undefined;
}

/** The operation that answers a method. HEAD is GET without the body (RFC 9110, 9.3.2). */
export function findOperation({ operations }: Route, method: string): Operation | undefined {
  return operations.get(method) ?? (method === "HEAD" ? operations.get("GET") : undefined);
}

/** The value of Allow. */
export function allowedMethods({ operations }: Route): string {
  const methods = new Set([...operations.keys(), ...(operations.has("GET") ? ["HEAD"] : []), "OPTIONS"]);
  return [...methods].join(", ");
}
