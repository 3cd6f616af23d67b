import { refusal, unknown } from "./errors.mjs";
import { fault } from "./fault.mjs";

/** Keeps the methods of every path, for 405 and OPTIONS: Fastify itself knows only 404. */
export function answerOtherMethods(app) {
  const paths = new Map();
  app.addHook("onRoute", ({ url, method }) => {
    const pattern = `^${url.replace(/:[^/]+/g, "[^/]+")}$`;
    const methods = paths.get(pattern) ?? new Set(["OPTIONS"]);
    for (const one of [method].flat()) methods.add(one);
    paths.set(pattern, methods);
  });

  app.setNotFoundHandler((request, reply) => {
    const [path] = request.url.split("?");
    const [, methods] = [...paths].find(([pattern]) => new RegExp(pattern).test(path)) ?? [];
    if (methods === undefined && fault("html-404")) {
      return reply.code(404).type("text/html").send("<!DOCTYPE html><html><body><h1>Cannot find it</h1></body></html>");
    }
    if (methods === undefined) throw unknown("route");
    if (request.method === "OPTIONS")
      return reply
        .code(204)
        .header("allow", [...methods].join(", "))
        .send();
    // The path has a parameter that is too long for the router.
    if (methods.has(request.method)) throw unknown("resource");
    if (fault("404-for-method")) throw unknown("route");
    const headers = fault("no-allow") ? {} : { allow: [...methods].join(", ") };
    throw refusal(405, "METHOD_NOT_ALLOWED", "This method is not allowed here.", { headers });
  });
}
