import type { Lint } from "../lint.ts";

/** Examples of bodies. */
export const exampleLints = {
  "lint-missing-example": {
    level: "hint",
    finds: "no body of a success is described, so that only codes and headers are checked",
    fix: "add body: with an example, to the codes that matter",
    why: "a wrong body with the right code goes unseen",
    source: "the guide: include example responses",
  },
  "lint-error-schema-missing": {
    level: "hint",
    finds: "failures are declared, and nothing says what their body is",
    fix: "add defaults: { errors: problem+json }, or an example",
    why: "a client reads all errors with the same code",
    source: "the guide: include meaningful error responses; RFC 9457",
  },
  "lint-error-schema-inconsistent": {
    level: "warning",
    finds: "this error body shares no field with the others of the manifest",
    fix: "use one shape, and put it into defaults: { errors: ... }",
    why: "a client reads all errors with the same code",
    source: "the guide: consistency across your API",
  },
  "lint-error-example-leaks": {
    level: "error",
    finds: "the example of an error body shows what is inside of the server",
    fix: "show a general message",
    why: "a stack trace or a query tells an attacker where to look",
    source: "the guide: exposing sensitive information in error responses",
  },
  "lint-example-200-with-error": {
    level: "error",
    finds: "the code says that it worked, and the body says that it failed",
    fix: "use a 4xx or 5xx",
    why: "clients have to parse the body to learn whether it worked",
    source: "the guide: using 200 OK for all responses",
    trap: "GraphQL, JSON-RPC and the state of a job carry errors in a 200: nothing is found there",
  },
} as const satisfies Record<string, Lint>;
