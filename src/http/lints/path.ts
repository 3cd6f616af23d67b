import type { Lint } from "../lint.ts";

/** Paths, and lists behind them. */
export const pathLints = {
  "lint-path-trailing-slash": {
    level: "hint",
    finds: "the path ends with a slash, or has two in a row",
    fix: "write it without",
    why: "servers differ in whether that is the same resource",
    source: "Zalando guidelines, 136",
  },
  "lint-ambiguous-paths": {
    level: "hint",
    finds: "another endpoint has a parameter where this one has a word",
    fix: "make sure that the word can be no id, and comes first in the server's routes",
    why: "a router that asks in the wrong order takes the word for an id",
    source: "RFC 9110, 4.2",
  },
  "lint-list-without-pagination": {
    level: "hint",
    finds: "a list is read whole",
    fix: "add a limit to query, such as limit: 20",
    why: "lists grow, and one day the answer takes too long",
    source: "Zalando guidelines, 159; OWASP API4:2023",
  },
  "lint-top-level-array": {
    level: "hint",
    finds: "the body is a bare array",
    fix: "put it into an object: { items: [...] }",
    why: "nothing, such as a cursor, can be added to an array later",
    source: "Zalando guidelines: JSON objects as top-level data structures",
  },
} as const satisfies Record<string, Lint>;
