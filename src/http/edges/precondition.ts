import type { Edge } from "../edge.ts";
import { missingPreconditionEdges } from "./precondition-missing.ts";
import { writePreconditionEdges } from "./precondition-write.ts";

// Who has no validators, or does not know the condition, answers as if it were not there (RFC 9110, 13.1).
const read = { methods: ["GET"], needs: [], codes: [] } as const;

/** Conditional requests. */
export const preconditionEdges = {
  "ec-if-none-match-current": {
    title: "when nothing has changed",
    codes: [304],
    tier: 1,
    methods: ["GET", "HEAD"],
    needs: [],
    change: { kind: "validator" },
    why: "the client's copy is still current",
    source: "the guide: 304 for conditional requests; RFC 9110, 13.1.2",
  },
  "ec-if-none-match-list": {
    ...read,
    title: "when one of several copies is current",
    tier: 2,
    rank: 42,
    needs: ["validators"],
    change: { kind: "validator", of: "list" },
    implied: { family: "happy|304" },
    trap: "without an ETag there is nothing to compare",
    why: "a client may have several copies",
    source: "RFC 9110, 13.1.2",
  },
  "ec-if-none-match-star-get": {
    ...read,
    title: "unless there is one",
    tier: 2,
    rank: 76,
    change: {
      kind: "headers",
      set: [
        ["If-None-Match", "*"],
        ["Cache-Control", null],
      ],
    },
    implied: { family: "happy|304|400|412" },
    why: "`*` means any at all",
    source: "RFC 9110, 13.1.2",
  },
  "ec-if-modified-since-current": {
    ...read,
    title: "when nothing has changed since it was read",
    tier: 2,
    rank: 43,
    needs: ["validators"],
    change: { kind: "validator", of: "modified-since" },
    implied: { family: "happy|304" },
    trap: "without a Last-Modified there is nothing to compare",
    why: "the client's copy is still current",
    source: "the guide: 304 for conditional requests; RFC 9110, 13.1.3",
  },
  "ec-if-modified-since-old": {
    ...read,
    title: "when it has changed since 1970",
    tier: 2,
    rank: 79,
    needs: ["validators"],
    change: {
      kind: "headers",
      set: [
        ["If-Modified-Since", "Thu, 01 Jan 1970 00:00:00 GMT"],
        ["Cache-Control", null],
      ],
    },
    implied: { family: "happy" },
    why: "the client's copy is older",
    source: "RFC 9110, 13.1.3",
  },
  "ec-if-modified-since-invalid": {
    ...read,
    title: "when it has changed since a date that is none",
    tier: 2,
    rank: 56,
    change: {
      kind: "headers",
      set: [
        ["If-Modified-Since", "newmanifest"],
        ["Cache-Control", null],
      ],
    },
    implied: { family: "happy|400" },
    trap: "it is to be ignored, and some call it a bad request",
    why: "code that parses dates fails on what is none",
    source: "RFC 9110, 13.1.3",
  },
  "ec-if-modified-since-on-post": {
    title: "when something has changed since 1970",
    codes: [],
    tier: 3,
    methods: ["POST"],
    needs: ["repeatable"],
    change: { kind: "header", name: "If-Modified-Since", value: "Thu, 01 Jan 1970 00:00:00 GMT" },
    implied: { family: "happy|4xx" },
    why: "only GET and HEAD have this condition",
    source: "RFC 9110, 13.1.3",
  },
  "ec-inm-precedence": {
    ...read,
    title: "when its date is current, and its tag is not",
    tier: 3,
    needs: ["validators"],
    change: { kind: "validator", of: "both-differ" },
    implied: { family: "happy|304" },
    trap: "a server that has no tags sees the date alone",
    why: "the tag is the better witness",
    source: "RFC 9110, 13.2.2",
  },
  "ec-precondition-ignored-on-error": {
    ...read,
    title: "when there is no such {param}, unless there is one",
    tier: 2,
    rank: 62,
    needs: ["created-id"],
    change: { kind: "unknown-id", header: ["If-None-Match", "*"] },
    implied: { family: "4xx" },
    why: "a condition says nothing where the request fails anyway",
    source: "RFC 9110, 13.2.1",
  },
  ...writePreconditionEdges,
  ...missingPreconditionEdges,
} as const satisfies Record<string, Edge>;
