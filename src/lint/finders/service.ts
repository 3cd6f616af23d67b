import type { serviceLints } from "../../http/lints/service.ts";
import { declares, segmentsOf } from "../declared.ts";
import { endpointsThat } from "../each.ts";
import type { Finder } from "../finding.ts";

/** Services that watch others, or stand before them. */
export const serviceFinders: Readonly<Record<keyof typeof serviceLints, Finder>> = {
  "lint-health-codes": endpointsThat((endpoint) => {
    const isHealth = /^(?:health|healthz|ready|readyz|readiness)$/i.test(segmentsOf(endpoint).at(-1) ?? "");
    return endpoint.method === "GET" && isHealth && !declares(endpoint, 503);
  }),
  "lint-upstream-codes": endpointsThat((endpoint) => {
    const isGateway = [...segmentsOf(endpoint), ...endpoint.tags].some((word) =>
      /^(?:gateway|proxy|upstream)$/i.test(word),
    );
    return isGateway && !declares(endpoint, 502, 504);
  }),
};
