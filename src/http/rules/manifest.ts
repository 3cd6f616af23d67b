import type { Rule } from "../rule.ts";

/** What the manifest declares of a response. */
export const manifestRules = {
  "manifest-header": {
    title: "declared headers",
    level: "error",
    at: "plan",
    why: "the manifest declares this header",
    source: "the manifest",
  },
  "manifest-body": {
    title: "the body has the declared shape",
    level: "error",
    at: "plan",
    why: "the manifest gives an example of this body",
    source: "the manifest",
  },
  "manifest-equals": {
    title: "the body has the declared values",
    level: "error",
    at: "plan",
    why: "the manifest gives these values",
    source: "the manifest",
  },
  "manifest-schema": {
    title: "the body fits its JSON Schema",
    level: "error",
    at: "plan",
    why: "the manifest gives this schema",
    source: "the manifest",
  },
  "manifest-under": {
    title: "the response is in time",
    level: "error",
    at: "plan",
    why: "the manifest sets this limit",
    source: "the manifest",
  },
} as const satisfies Record<string, Rule>;
