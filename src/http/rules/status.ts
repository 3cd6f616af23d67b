import type { Rule } from "../rule.ts";

/** The status code itself. */
export const statusRules = {
  "wire-response-received": {
    title: "an HTTP response arrived",
    level: "error",
    at: "plan",
    isFixed: true,
    why: "every request is answered with a status code",
    source: "RFC 9110, 15",
  },
  "status-expected": {
    title: "status is the expected one",
    level: "error",
    at: "plan",
    isFixed: true,
    why: "the manifest lists the codes that this endpoint gives",
    source: "the guide: document expected status codes for each endpoint",
  },
  "status-not-5xx": {
    title: "status is no server error",
    level: "error",
    at: "plan",
    isFixed: true,
    why: "whatever a client sends, it is no reason for a server to fail",
    source: "the guide: reserve 5xx codes for actual server problems",
  },
  "status-preferred": {
    title: "status is the preferred one",
    level: "warning",
    at: "plan",
    why: "another code is right as well, and clients expect this one",
    source: "the guide: choose the most accurate status code",
  },
} as const satisfies Record<string, Rule>;
