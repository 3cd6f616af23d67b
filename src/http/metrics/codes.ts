import type { Metric } from "../metric.ts";

/** How often which status codes come. Responses of every attempt count. */
export const codeMetrics = {
  "met-success-rate": {
    title: "the responses that are 2xx, of all responses",
    unit: "share",
    why: "fewer successes mean that the API is in trouble, or that its clients make more mistakes",
    source: "the guide: success rate",
    hint: "a suite sends many requests that must be refused, so it is low in a healthy run: see met-success-rate-adjusted",
  },
  "met-success-rate-adjusted": {
    title: "the responses with a code that their case expects, of all responses",
    unit: "share",
    why: "a 404 that was asked for is a success, and a 201 that should have been a 422 is none",
    source: "the guide: success rate",
    hint: "below 1 there is an attempt that was answered with another code",
  },
  "met-class-distribution": {
    title: "the requests by the class of their answer; without an answer they are a class of their own",
    unit: "share",
    why: "the classes show at a glance whether clients, the server or the network fail",
    source: "the guide: track status code patterns",
  },
  "met-error-distribution": {
    title: "the responses of 400 and above by code, and by endpoint and code; the commonest first",
    unit: "share",
    why: "the commonest error is the first to look at",
    source: "the guide: error distribution",
  },
  "met-400-share": {
    title: "400 and 422, of all responses of 400 and above",
    unit: "share",
    why: "clients that are refused for their input have not understood what to send",
    source: "the guide: error distribution",
    hint: "more than 0.4 of those that no case expects: look at the documentation and at the validation",
  },
  "met-500-rate": {
    title: "500, of all responses",
    unit: "share",
    why: "500 is what a server says that did not know what happened",
    source: "the guide: error distribution",
    hint: "above 0, and not expected: the server has a fault",
  },
  "met-5xx-rate": {
    title: "the responses of 500 and above, of all responses",
    unit: "share",
    why: "whatever was sent, these are the server's own failures",
    source: "the guide: alerting strategies",
    hint: "above 0, and not expected: the server or what it depends on fails",
  },
  "met-4xx-rate": {
    title: "4xx, of all responses",
    unit: "share",
    why: "a sudden rise means a client or a contract that has changed",
    source: "the guide: alerting strategies",
    hint: "negative cases ask for them: those that no case expects are the ones to look at",
  },
  "met-availability": {
    title: "the requests to health endpoints that are answered, and with less than 500",
    unit: "share",
    why: "what a load balancer sees is what decides whether anybody gets an answer",
    source: "the guide: track status code patterns",
    hint: "cases that provoke a 5xx do not count",
  },
} as const satisfies Record<string, Metric>;
