import type { Leak } from "../leak.ts";
import { type LeakId, leaks } from "../leaks.ts";
import type { Rule } from "../rule.ts";

const reasons: Readonly<Record<Leak["family"], string>> = {
  code: "it tells an attacker what the server is made of, and a user nothing",
  database: "it tells an attacker how the data is kept, and where to inject",
  secret: "whoever reads it can use it",
  infrastructure: "it tells an attacker what to try next",
};

/** The title of a pattern's rule. */
export function leakTitle({ shows, isEverywhere }: Leak): string {
  return `${isEverywhere ? "no answer" : "no error"} shows a ${shows}`.replace(/ a (?=[AEIOaeio])/, " an ");
}

function patternRule(leak: Leak): Rule {
  return {
    title: leakTitle(leak),
    level: leak.level,
    at: "collection",
    from: "standard",
    trap: "what was sent may be echoed; where an API serves such texts, switch it off for the endpoint",
    why: reasons[leak.family],
    source: "the guide: no stack traces, database details or implementation specifics; OWASP Error Handling",
  };
}

/** A rule for each pattern, and those that look at more than one. */
export const leakRules = {
  // Object.fromEntries forgets the keys.
  ...(Object.fromEntries(Object.entries(leaks).map(([id, leak]) => [id, patternRule(leak)])) as Record<LeakId, Rule>),
  "leak-json-keys": {
    title: "no field of an error is meant for developers",
    level: "warning",
    at: "collection",
    from: "standard",
    trap: "trace may be an id, query what was searched for, cause a word",
    why: "debug fields tell an attacker what the server is made of",
    source: "the guide: no stack traces, database details or implementation specifics",
  },
  "leak-stack-in-success": {
    title: "no success shows a stack trace",
    level: "warning",
    at: "collection",
    from: "standard",
    trap: "an API for logs or builds has stack traces to show",
    why: "an error was caught and handed out",
    source: "the guide: no stack traces, database details or implementation specifics",
  },
  "leak-secret-in-success": {
    title: "no success shows a key or a connection string",
    level: "warning",
    at: "collection",
    from: "standard",
    methods: ["GET", "PUT", "PATCH", "DELETE"],
    trap: "a new key is shown once, in the answer to the POST; a key store shows keys",
    why: "whoever reads it can use it",
    source: "OWASP API3",
  },
  "leak-secret-fields-2xx": {
    title: "no success has a password or another secret among its fields",
    level: "warning",
    at: "collection",
    from: "standard",
    methods: ["GET", "PUT", "PATCH", "DELETE"],
    trap: "masked values tell nothing, and validators name the field to say what is wrong",
    why: "nobody needs to read a password back",
    source: "OWASP API3",
  },
  "leak-echoed-credentials": {
    title: "the answer does not repeat the credentials",
    level: "warning",
    at: "collection",
    from: "standard",
    trap: "an echo service and the place where tokens are made do",
    why: "answers are logged and cached, and requests are not",
    source: "OWASP REST Security",
  },
  "leak-graphql-exception": {
    title: "no GraphQL error has its stack trace",
    level: "error",
    at: "collection",
    from: "standard",
    why: "GraphQL errors come with a 200, so nobody looks for a leak there",
    source: "OWASP GraphQL: disable debug",
  },
  "leak-directory-listing": {
    title: "the page is not the list of a directory",
    level: "warning",
    at: "collection",
    from: "standard",
    trap: "an archive of files may be meant like this",
    why: "it shows files that nobody meant to publish",
    source: "OWASP API8",
  },
} as const satisfies Record<string, Rule>;
