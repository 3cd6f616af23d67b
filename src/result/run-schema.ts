import { z } from "zod";
import type { CaseRun, ErrorBody, SuiteHead } from "./model.ts";

const count = z.int().nonnegative();
const duration = z.number().nonnegative();
const headers = z.array(z.object({ name: z.string(), value: z.string() }));

const check = z.object({
  id: z.string(),
  rule: z.exactOptional(z.string()),
  title: z.string(),
  level: z.enum(["error", "warning"]),
  passed: z.boolean(),
  message: z.exactOptional(z.string()),
});

const place = z.object({ file: z.string(), line: count, column: count, length: count });

const suiteHead = z.object({
  suite: z.string(),
  environment: z.string(),
  baseUrl: z.string(),
  levels: z.exactOptional(z.record(z.string(), z.enum(["error", "warning", "off"]))),
  planned: z.exactOptional(count),
  alerts: z.exactOptional(
    z.array(z.object({ text: z.string(), endpoint: z.exactOptional(z.string()), manifest: z.exactOptional(place) })),
  ),
  isPartial: z.exactOptional(z.boolean()),
}) satisfies z.ZodType<SuiteHead>;

const errorBody = z.object({
  fields: z.array(z.string()),
  code: z.exactOptional(z.string()),
  type: z.exactOptional(z.string()),
  message: z.exactOptional(z.string()),
  field: z.exactOptional(z.string()),
  correlationId: z.exactOptional(z.string()),
}) satisfies z.ZodType<ErrorBody>;

const attempt = z.object({
  status: z.enum(["passed", "failed", "errored"]),
  durationMs: duration,
  request: z.exactOptional(
    z.object({ method: z.string(), url: z.string(), headers, body: z.exactOptional(z.string()) }),
  ),
  response: z.exactOptional(
    z.object({
      status: count,
      headers,
      timeMs: duration,
      sizeBytes: count,
      errorBody: z.exactOptional(errorBody),
      body: z.exactOptional(z.string()),
    }),
  ),
  error: z.exactOptional(z.object({ code: z.string(), message: z.string(), rule: z.exactOptional(z.string()) })),
  checks: z.array(check),
});

/** A case as a run file holds it. */
const caseRun = z.object({
  id: z.string(),
  suite: z.exactOptional(z.string()),
  title: z.string(),
  group: z.string(),
  endpoint: z.string(),
  method: z.string(),
  path: z.string(),
  expected: z.array(z.string()),
  origin: z.enum(["declared", "implied", "support"]),
  edge: z.exactOptional(z.string()),
  manifest: place,
  why: z.string(),
  source: z.string(),
  needs: z.array(z.string()),
  spoiledBy: z.exactOptional(z.array(z.string())),
  unproven: z.exactOptional(z.string()),
  skipped: z.exactOptional(z.string()),
  isOptional: z.exactOptional(z.boolean()),
  attempts: z.array(attempt),
}) satisfies z.ZodType<CaseRun>;

/** What each line of a run file must be. Unknown keys are dropped: a later version may add some. */
export const runSchema = {
  header: suiteHead.extend({
    format: z.literal("newmanifest-run"),
    version: z.literal(1),
    suites: z.exactOptional(z.array(suiteHead).min(1)),
    startedAt: z.string(),
    lanes: count,
    shard: z.exactOptional(z.object({ index: count, of: count })),
    cases: count,
  }),
  case: caseRun.extend({ seq: count }),
  end: z.object({
    end: z.literal(true),
    durationMs: duration,
    lanes: z.exactOptional(count),
    broken: z.exactOptional(z.string()),
  }),
};
