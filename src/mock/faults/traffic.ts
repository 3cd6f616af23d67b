import type { Operation } from "../api.ts";
import type { Fault } from "../fault.ts";
import { coded, instead, isContent, isSuccess, refused, spoil, withHeader } from "./answer.ts";
import { accepting } from "./lenient.ts";
import { all, declaring, everywhere, method, showing } from "./where.ts";

/** Limits, time and the wire. */
export const trafficFaults = {
  "no-limit": {
    mistake: "requests are not counted",
    breaks: "the guide: 429 where the client has exceeded rate limits",
    at: ({ expect }) => expect.some(({ burst }) => burst !== undefined),
    serve: accepting((operation) => ({
      ...operation,
      expect: operation.expect.filter(({ burst }) => burst === undefined),
    })),
    remedy: { write: "429 with a `burst`" },
  },
  "limit-breaks-the-server": {
    mistake: "too many requests at once are a 500",
    breaks: "the guide: 429 where the client has exceeded rate limits",
    at: ({ expect }) => expect.some(({ burst }) => burst !== undefined),
    serve: instead([429], 500),
    remedy: { write: "429 with a `burst`" },
  },
  "answer-is-slow": {
    mistake: "an answer takes longer than is promised",
    breaks: "the manifest: `under`",
    at: (operation, api) => promisedMs(operation, api.defaults.underMs) !== undefined,
    serve: ({ operation, api }, next) => {
      const response = next();
      const promised = operation && promisedMs(operation, api.defaults.underMs);
      return promised !== undefined && isOk(response.status)
        ? { ...response, delayMs: promised * 1.2 + 100 }
        : response;
    },
    remedy: { write: "`under` below a code" },
  },
  "connection-is-dropped": {
    mistake: "the process ends before it has answered",
    breaks: "the guide: catch exceptions and return appropriate status codes",
    at: all(method("GET"), showing),
    serve: spoil(isSuccess, (response) => ({ ...response, breakage: "dropped" })),
    remedy: { declare: 200 },
  },
  "body-is-cut-off": {
    mistake: "the connection ends within the body",
    breaks: "RFC 9112, 8: the message is incomplete",
    at: all(method("GET"), showing),
    serve: spoil(isContent, (response) => ({ ...response, breakage: "cut off" })),
    remedy: { declare: 200 },
  },
  "happy-is-500": {
    mistake: "the valid request is a 500",
    breaks: "the guide: 2xx for successful operations",
    at: everywhere,
    serve: spoil(isSuccess, (_, call) => refused(500, call)),
    remedy: { declare: 200 },
  },
  "job-is-nowhere": {
    mistake: "the job of a 202 cannot be asked about",
    breaks: "RFC 9110, 15.3.3: the representation ought to point to a status monitor",
    at: declaring(202),
    serve: spoil(coded(202), (response, call) =>
      withHeader("Location", `${call.api.basePath}/nowhere/none`)(response, call),
    ),
    remedy: { declare: 202 },
  },
} as const satisfies Record<string, Fault>;

/** The shortest time that the answer to the valid request is promised in. */
function promisedMs({ happy }: Operation, general: number | undefined): number | undefined {
  return happy.response.underMs ?? general;
}

function isOk(status: number): boolean {
  return status >= 200 && status < 300;
}
