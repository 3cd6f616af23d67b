import type { Rule } from "../rule.ts";

/** What later cases build on. */
export const chainRules = {
  "body-keeps-what-was-sent": {
    title: "the body has what was sent",
    level: "error",
    at: "plan",
    why: "what was created or updated is what the client asked for",
    source: "RFC 9110, 9.3.4; the guide: respect standard semantics",
  },
  "capture-id": {
    title: "the answer says the id of what was created",
    level: "error",
    at: "plan",
    isFixed: true,
    why: "everything else of this resource is asked for by that id",
    source: "the guide: clients can access it immediately without additional requests",
  },
  "capture-validator": {
    title: "ETag or Last-Modified is there for conditional requests",
    level: "error",
    at: "plan",
    isFixed: true,
    why: "304 is declared, and a client needs a validator to ask for it",
    source: "RFC 9110, 8.8",
  },
  "capture-saved": {
    title: "the values that later steps need are there",
    level: "error",
    at: "plan",
    isFixed: true,
    why: "the flow saves them",
    source: "the manifest: save",
  },
} as const satisfies Record<string, Rule>;
