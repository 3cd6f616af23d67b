import { z } from "zod";

const anything = z.unknown().optional();
/** Scripts and collections put anything where a text belongs. */
const word = anything.transform(wordOf);
const named = z.object({ key: word, value: word, type: anything, disabled: anything });
/** What is only shown is no reason to refuse the rest. */
const nameds = z.array(named).catch([]);
const part = z.union([z.string(), z.object({ value: word }).transform(({ value }) => value), word]);
const parts = z.union([z.string().transform((text) => [text]), z.array(part)]).catch([]);

const url = z
  .union([
    z.string(),
    z.object({
      protocol: z.string().optional().catch(undefined),
      auth: z.object({ user: z.string().optional(), password: z.string().optional() }).optional().catch(undefined),
      host: parts,
      port: z.union([z.string(), z.number()]).optional().catch(undefined),
      path: parts,
      query: z.array(z.object({ key: anything, value: anything, disabled: anything })).catch([]),
      hash: z.string().optional().catch(undefined),
    }),
  ])
  .optional()
  .catch(undefined);

const body = z.object({ mode: z.string(), raw: anything, urlencoded: anything }).optional().catch(undefined);

const request = z.object({
  method: z.string().optional().catch(undefined),
  url,
  header: nameds,
  body,
  description: z.union([z.string(), z.object({ content: z.string() }).transform(({ content }) => content)]).catch(""),
});

/** A request of a collection, or a folder where it has a list `item`. */
const item = z.object({
  id: z.string(),
  name: word,
  item: z.array(z.unknown()).optional(),
  event: z
    .array(z.object({ listen: anything, script: z.object({ exec: parts }).optional().catch(undefined) }))
    .catch([]),
  request: z.union([request, z.string().transform((text) => request.parse({ url: text }))]).optional(),
});

/** Of an error of a socket its code is left, of any other one its message. */
const error = z.object({ message: z.string().optional(), code: anything });
const scripts = z.array(z.object({ error: error.optional() })).optional();

const cursor = z.object({
  ref: z.string().optional(),
  iteration: z.int().nonnegative().default(0),
  position: z.int().nonnegative().optional(),
  length: z.int().nonnegative().optional(),
});

const execution = z.object({
  /** Of what was sent last: of another item, where that was `pm.sendRequest`. */
  id: z.string().optional(),
  cursor,
  item: z.object({ id: z.string() }),
  request: request.optional(),
  response: z
    .object({
      code: z.int().nonnegative(),
      header: nameds,
      stream: anything,
      body: anything,
      responseTime: z.number().nonnegative().catch(0),
      responseSize: z.int().nonnegative().optional().catch(undefined),
    })
    .optional(),
  requestError: error.optional(),
  prerequestScript: scripts,
  testScript: scripts,
  assertions: z.array(z.object({ assertion: word, skipped: anything, error: error.nullable().optional() })).default([]),
});

const failure = z.object({
  at: z.string(),
  error: error.extend({ test: anything }),
  source: z.object({ id: z.string() }).optional(),
  cursor,
});

const scope = z.object({ name: word, values: nameds }).catch({ name: "", values: [] });

const report = z.object({
  collection: z.object({
    info: z.object({ name: word }).catch({ name: "" }),
    item: z.array(z.unknown()),
    variable: nameds,
    auth: anything,
  }),
  environment: scope,
  globals: scope,
  run: z.object({
    executions: z.array(z.unknown()),
    failures: z.array(z.unknown()).default([]),
    // What a Date can hold (ECMA-262, 21.4.1.1).
    timings: z
      .object({ started: z.number().nonnegative().max(8.64e15), completed: z.number().nonnegative() })
      .optional()
      .catch(undefined),
    error: anything,
    stats: z
      .object({ requests: z.object({ total: z.int().nonnegative() }) })
      .optional()
      .catch(undefined),
  }),
});

/** What is read of a Newman report. Unknown keys are dropped. */
export const newmanSchema = { report, item, execution, failure };

export type NewmanReport = z.output<typeof report>;
export type NewmanRequest = z.output<typeof request>;
export type NewmanUrl = z.output<typeof url>;
export type ReportItem = z.output<typeof item>;
export type NewmanExecution = z.output<typeof execution>;
export type NewmanResponse = NonNullable<NewmanExecution["response"]>;
export type NewmanFailure = z.output<typeof failure>;
export type NamedValue = z.output<typeof named>;

function wordOf(value: unknown): string {
  if (typeof value === "string") return value;
  return value === null || value === undefined ? "" : JSON.stringify(value);
}
