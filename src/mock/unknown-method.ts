import { commonHeaders } from "./common-headers.ts";
import { takenTypes } from "./content.ts";
import { type Headers, meetHeaders } from "./declared-headers.ts";
import { type Opening, openExchange } from "./open-exchange.ts";
import { refuse } from "./refuse.ts";
import type { MockResponse } from "./response.ts";
import { allowedMethods } from "./route.ts";
import { refusalOf } from "./shown.ts";
import { findShown } from "./when.ts";

/** The answer to a method that a route does not have: what it has for OPTIONS, what the manifest says of it, else a 405. */
export function respondToUnknownMethod(opening: Opening): MockResponse {
  const { request, target, api, match } = opening;
  const facts = { api, path: target.path };
  const headers = { Allow: allowedMethods(match.route) };
  for (const operation of match.route.operations.values()) {
    const shown = findShown(openExchange({ ...opening, operation }));
    if (shown) return refuse({ ...refusalOf(shown), headers }, facts);
  }
  if (request.method === "OPTIONS") return listMethods(opening);
  const codes = [...match.route.operations.values()].flatMap(({ expect }) =>
    expect.flatMap((entry) => entry.codes.codes),
  );
  const code = codes.includes(405) ? 405 : Number(api.policy.wrongMethod ?? 405);
  return refuse({ code, reason: `${request.method} is not one of its methods`, headers }, facts);
}

/** RFC 9110, 9.3.7; with the formats of a PATCH (RFC 5789, 3.1). */
function listMethods({ api, match: { route } }: Opening): MockResponse {
  const patch = route.operations.get("PATCH");
  const formats = patch ? takenTypes(patch).join(", ") : "";
  const headers: Headers = {
    ...commonHeaders(204),
    Allow: allowedMethods(route),
    ...(formats === "" ? {} : { "Accept-Patch": formats }),
  };
  return {
    status: 204,
    headers: meetHeaders(headers, api.defaults.headers),
    body: undefined,
    reason: "these are the methods",
  };
}
