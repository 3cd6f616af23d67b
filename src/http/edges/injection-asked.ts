import { type Edge, noServerError } from "../edge.ts";

// They take time, reach out, or set off alarms: only where they are asked for.
const asked = {
  codes: [],
  tier: 3,
  methods: ["GET", "POST"],
  needs: ["repeatable"],
  implied: { family: noServerError },
  isBeforeApi: true,
} as const;

/** Texts that are sent only where they are asked for. */
export const askedInjectionEdges = {
  "ec-inj-sql-time": {
    ...asked,
    title: "when {field} would make a database sleep",
    change: { kind: "payload", text: "newmanifest'; SELECT pg_sleep(5)--" },
    trap: "a run against a slow server shows nothing: compare it with the happy case",
    why: "an answer that comes five seconds late has run it",
    source: "OWASP WSTG-INPV-05",
  },
  "ec-inj-ssrf": {
    ...asked,
    title: "when {field} is an address of the server's own",
    methods: ["POST"],
    needs: ["object-body", "repeatable"],
    change: { kind: "body", of: "own-address" },
    trap: "a server may take it for what it is, a text, and never go there",
    why: "whoever fetches what they are told to opens what only they can reach",
    source: "OWASP API7:2023",
  },
  "ec-inj-regex-dos": {
    ...asked,
    title: "when a text has 10,000 characters of one kind",
    methods: ["POST"],
    needs: ["object-body", "repeatable"],
    change: { kind: "size", of: "field" },
    trap: "it is long as well: 413 is right",
    why: "some patterns take for ever to find out that a long text does not match",
    source: "OWASP: regular expression denial of service",
  },
  "ec-inj-log4shell": {
    ...asked,
    title: "when User-Agent is a lookup",
    methods: ["GET"],
    needs: [],
    change: { kind: "header", name: "User-Agent", value: "${jndi:ldap://127.0.0.1:1/newmanifest}" },
    trap: "it reaches nothing but the server itself; whoever watches the logs will ask",
    why: "a logger that evaluates what it logs is lost",
    source: "OWASP API8:2023; CVE-2021-44228",
  },
  "ec-inj-csv-formula": {
    ...asked,
    title: "when {field} is a formula",
    change: { kind: "payload", text: "=1+1" },
    trap: "to keep it is right: whoever exports it must quote it",
    why: "a spreadsheet evaluates it",
    source: "OWASP: CSV injection",
  },
  "ec-inj-graphql-introspection": {
    codes: [],
    tier: 3,
    needs: [],
    change: { kind: "none" },
    title: "for the schema of GraphQL",
    byHand: "write it as an endpoint: `POST /graphql: { body: { query: '{__schema{types{name}}}' }, expect: 400 }`",
    trap: "public APIs show it",
    why: "who need not know the schema should not be told",
    source: "OWASP: GraphQL",
  },
} as const satisfies Record<string, Edge>;
