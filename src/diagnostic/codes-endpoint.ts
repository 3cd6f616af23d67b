import { didYouMean, entry, oneOf } from "./code-entry.ts";
import type { Span } from "./diagnostic.ts";

/** Mistakes in endpoints and flows. */
export const endpointCodes = {
  "bad-endpoint": entry<{ key: string; hint?: string | undefined }>({
    severity: "error",
    message: ({ key }) => `"${key}" is not an endpoint: write a method and a path, such as GET /books/{id}`,
    label: ({ hint }) => hint,
  }),
  "unknown-method": entry<{ method: string; nearest?: string | undefined; known: ReadonlyArray<string> }>({
    severity: "error",
    message: ({ method }) => `unknown method "${method}"`,
    label: ({ nearest, known }) => didYouMean(nearest) ?? oneOf(known),
  }),
  "bad-path": entry<{ path: string; problem: string; hint?: string | undefined }>({
    severity: "error",
    message: ({ path, problem }) => `the path "${path}" ${problem}`,
    label: ({ hint }) => hint,
  }),
  "endpoint-declared-twice": entry<{ id: string; first: Span }>({
    severity: "error",
    message: ({ id }) => `${id} is declared twice`,
    label: () => "keep one of the two",
    related: ({ first }) => ({ span: first, label: "declared here first" }),
  }),
  "endpoint-same-path": entry<{ id: string; other: string; first: Span }>({
    severity: "error",
    message: ({ id, other }) => `${id} is the same endpoint as ${other}`,
    label: () => "only the name of a parameter is different",
    related: ({ first }) => ({ span: first, label: "declared here first" }),
  }),
  "param-without-source": entry<{ param: string; creator?: string | undefined }>({
    severity: "error",
    message: ({ param }) => `nothing gives {${param}} a value`,
    label: ({ param, creator }) =>
      creator === undefined
        ? `add path: { ${param}: 42 }`
        : `declare ${creator}, which creates it, or add path: { ${param}: 42 }`,
  }),
  "step-param-without-source": entry<{ param: string; creator?: string | undefined }>({
    severity: "error",
    message: ({ param }) => `no earlier step gives {${param}} a value`,
    label: ({ param, creator }) =>
      creator === undefined
        ? `add path: { ${param}: 42 }, or save it in an earlier step: save: { ${param}: $.id }`
        : `add save: { ${param}: $.id } to ${creator}`,
  }),
  "param-ambiguous": entry<{ param: string; creator: string; captured: ReadonlyArray<string> }>({
    severity: "error",
    message: ({ param, creator, captured }) =>
      `{${param}} could be any of what ${creator} captures: ${captured.join(", ")}`,
    label: ({ param }) => `name one of them ${param}`,
  }),
  "param-cycle": entry<{ param: string; by: string }>({
    severity: "error",
    message: ({ param, by }) => `{${param}} comes from ${by}, which itself needs what this endpoint creates`,
    label: ({ param }) => `add path: { ${param}: 42 }`,
  }),
  "empty-param": entry<{ param: string; row?: number | undefined }>({
    severity: "error",
    message: ({ param, row }) => `{${param}} is empty${row === undefined ? "" : ` in row ${row}`}`,
    label: () => "an empty value asks for another path",
  }),
  "param-twice": entry<{ param: string }>({
    severity: "error",
    message: ({ param }) => `{${param}} stands twice in the path`,
    label: () => "give the parameters different names",
  }),
  "unknown-param": entry<{ name: string; nearest?: string | undefined; known: ReadonlyArray<string> }>({
    severity: "error",
    message: ({ name }) => `no path has a parameter {${name}}`,
    label: ({ nearest, known }) => didYouMean(nearest) ?? oneOf(known),
  }),
  "unknown-endpoint": entry<{ id: string; nearest?: string | undefined }>({
    severity: "error",
    message: ({ id }) => `there is no endpoint "${id}"`,
    label: ({ nearest }) => didYouMean(nearest) ?? "name one of endpoints, such as POST /books",
  }),
  "unused-capture": entry<{ name: string; nearest?: string | undefined }>({
    severity: "warning",
    message: ({ name }) => `no path takes its {${name}} from here`,
    label: ({ nearest }) => didYouMean(nearest),
  }),
  "bad-code": entry<{ code: string; hint?: string | undefined }>({
    severity: "error",
    message: ({ code }) => `"${code}" is not a status code`,
    label: ({ hint }) => hint ?? "100 to 599, a class such as 2xx, or one of several: 400|422",
  }),
  "code-twice": entry<{ code: string }>({
    severity: "warning",
    message: ({ code }) => `${code} is listed twice`,
  }),
  "missing-expect": entry<{ id: string }>({
    severity: "error",
    message: ({ id }) => `${id} expects no status code`,
    label: () => "add expect: 200",
  }),
  "step-codes": entry<{ count: number }>({
    severity: "error",
    message: ({ count }) => `a step is sent once, and this one expects ${count} answers`,
    label: () => "one of several codes is written 200|404",
  }),
  "bad-step": entry({
    severity: "error",
    message: () => "a step is one request, such as POST /carts: 201",
    label: () => 'put "- " before each request',
  }),
  "conflicting-keys": entry<{ keys: ReadonlyArray<string>; first: Span }>({
    severity: "error",
    message: ({ keys }) => `${keys.map((key) => `"${key}"`).join(" and ")} exclude each other`,
    label: () => "keep one of the two",
    related: ({ first }) => ({ span: first, label: "the other" }),
  }),
  "missing-example": entry<{ problem: string }>({
    severity: "error",
    message: ({ problem }) => `a request body cannot be made: ${problem}`,
    label: () => "add an example of a valid body: body: { ... }",
  }),
  "unknown-field": entry<{ name: string; nearest?: string | undefined }>({
    severity: "error",
    message: ({ name }) => `the body has no field "${name}"`,
    label: ({ nearest }) => didYouMean(nearest),
  }),
  "burst-without-429": entry<{ code: string }>({
    severity: "error",
    message: ({ code }) => `"burst" is for 429, not for ${code}`,
    label: () => "use when: to provoke other codes",
  }),
  "bad-json-path": entry<{ path: string }>({
    severity: "error",
    message: ({ path }) => `"${path}" is not a path into a JSON body`,
    label: () => "write $.data.items[0].id",
  }),
  "bad-duration": entry<{ text: string }>({
    severity: "error",
    message: ({ text }) => `"${text}" is not a duration`,
    label: () => "write 300ms or 2s",
  }),
  "bad-pattern": entry<{ pattern: string; cause: string }>({
    severity: "error",
    message: ({ pattern, cause }) => `/${pattern}/ is not a regular expression: ${cause}`,
  }),
  "bad-header": entry<{ name: string; problem: string }>({
    severity: "error",
    message: ({ name, problem }) => `the header "${name}" ${problem}`,
  }),
  "bad-rows": entry<{ file: string; problem: string }>({
    severity: "error",
    message: ({ file, problem }) => `${file}: ${problem}`,
  }),
  "bad-script": entry<{ problem: string }>({
    severity: "error",
    message: ({ problem }) => `the tests are no JavaScript that runs in Postman: ${problem}`,
    label: ({ problem }) => (/await/.test(problem) ? "there is no await at the top of a script" : undefined),
  }),
  "async-test": entry({
    severity: "error",
    message: () => "an asynchronous pm.test is reported as passed, or not at all",
    label: () => "write it without async and without a callback",
  }),
} as const;
