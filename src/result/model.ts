import type { Level } from "../http/rule.ts";

/** What a run knows of a suite. */
export interface SuiteHead {
  readonly suite: string;
  readonly environment: string;
  readonly baseUrl: string;
  /** Levels of the suite's rules, by id, where they differ from the rules' own. */
  readonly levels?: Readonly<Record<string, Level>>;
  /** Where it ran in shards: how many cases they have together, clean-ups aside. */
  readonly planned?: number;
  /** What its metrics must be. */
  readonly alerts?: ReadonlyArray<AlertText>;
  /** Only some of its cases were asked for: `--grep`, `--tag`, `--failed`. */
  readonly isPartial?: boolean;
}

/** A limit of a metric, as it was written. */
export interface AlertText {
  /** `p95 < 800ms`. */
  readonly text: string;
  /** Only of this endpoint. */
  readonly endpoint?: string;
  /** Absent: it was given on the command line. */
  readonly manifest?: Place;
}

/** The run: what every result is computed from. Attempts are stored; outcomes, the summary and the matrix are computed from them. */
export interface Run extends SuiteHead {
  readonly format: "newmanifest-run";
  readonly version: 1;
  /** Where several suites ran together: each of them. The run's own name is all of theirs. */
  readonly suites?: ReadonlyArray<SuiteHead>;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  /** How many groups ran at once. */
  readonly lanes: number;
  readonly shard?: { readonly index: number; readonly of: number };
  /** Why the run stopped before its end, where it did: one sentence. */
  readonly broken?: string;
  /** In plan order. */
  readonly cases: ReadonlyArray<CaseRun>;
}

/** A case of the plan with its attempts, oldest first. No attempt: it was not sent, and `skipped` or `unproven` says why. */
export interface CaseRun {
  /** `POST /books > 409 duplicate`: the join key from manifest line to report row. */
  readonly id: string;
  /** Where several suites ran together: the name of its own. */
  readonly suite?: string;
  /** `POST /books -> 409 when it exists already`. */
  readonly title: string;
  readonly group: string;
  /** `POST /books`. */
  readonly endpoint: string;
  readonly method: string;
  readonly path: string;
  /** `404`, `400|422`, `2xx`: what the manifest or the profile expects. Empty: nobody declares a code, and its own tests decide. */
  readonly expected: ReadonlyArray<string>;
  /** `declared`: in the manifest. `implied`: by the profile. `support`: needed by other cases (read back, clean up). */
  readonly origin: "declared" | "implied" | "support";
  /** The recipe that provokes it, where one does. */
  readonly edge?: string;
  readonly manifest: Place;
  /** Why this code is right, and where that is written. */
  readonly why: string;
  readonly source: string;
  /** Ids of cases without whose success this one proves nothing: its control, and whatever its request takes values from. */
  readonly needs: ReadonlyArray<string>;
  /** Ids of cases that take away what this one works on if they are accepted, against what they expect; and of reads that see that it is gone. */
  readonly spoiledBy?: ReadonlyArray<string>;
  /** Nothing can provoke this code: what the user can do about it. */
  readonly unproven?: string;
  /** Why it was left out on purpose. */
  readonly skipped?: string;
  /** It is sent only where something is left to do, as a clean-up is: without it nothing is missing. */
  readonly isOptional?: boolean;
  readonly attempts: ReadonlyArray<Attempt>;
}

/** A place in the manifest, 1-based; `length` is the number of characters to underline. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** One time the case's request was sent. */
export interface Attempt {
  /** `errored`: the run broke (`error` says how), so the checks say nothing. */
  readonly status: "passed" | "failed" | "errored";
  readonly durationMs: number;
  readonly request?: SentRequest;
  readonly response?: ReceivedResponse;
  /** `rule`: what the error comes to, as `newmanifest explain` tells it. */
  readonly error?: { readonly code: string; readonly message: string; readonly rule?: string };
  readonly checks: ReadonlyArray<CheckRun>;
}

/** Secrets are masked (`***`) before it gets here. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: ReadonlyArray<HeaderLine>;
  readonly body?: string;
}

export interface ReceivedResponse {
  readonly status: number;
  readonly headers: ReadonlyArray<HeaderLine>;
  readonly timeMs: number;
  readonly sizeBytes: number;
  readonly errorBody?: ErrorBody;
  /** Kept, cut short, only where a check failed. */
  readonly body?: string;
}

/** Of an error that is a JSON object: the names of its fields, and what it says, cut short. */
export interface ErrorBody {
  readonly fields: ReadonlyArray<string>;
  /** For programs. */
  readonly code?: string;
  /** A URI (RFC 9457, 3.1.1). */
  readonly type?: string;
  /** For people. */
  readonly message?: string;
  /** The first field that is wrong. */
  readonly field?: string;
  /** Under which the server has noted it. */
  readonly correlationId?: string;
}

export interface HeaderLine {
  readonly name: string;
  readonly value: string;
}

export interface CheckRun {
  readonly id: string;
  /** Absent for a check of the user's own script. */
  readonly rule?: string;
  readonly title: string;
  readonly level: "error" | "warning";
  readonly passed: boolean;
  readonly message?: string;
}

/** What became of a case, computed from its attempts and from the cases it needs. */
export type Outcome = "passed" | "failed" | "flaky" | "errored" | "inconclusive" | "skipped" | "unproven";

export interface Summary {
  readonly cases: number;
  readonly passed: number;
  readonly failed: number;
  readonly flaky: number;
  readonly errored: number;
  readonly inconclusive: number;
  readonly skipped: number;
  readonly unproven: number;
  /** Requests that were sent for cases, every attempt counted. */
  readonly requests: number;
  /** Checks of the last attempts: assertions passed and failed, warnings given. */
  readonly checks: { readonly passed: number; readonly failed: number; readonly warned: number };
}

/** One cell of the endpoint x status code matrix. `implied`: proven, but only the profile asked for it. */
export interface MatrixCell {
  readonly endpoint: string;
  /** `404`, or `2xx` where a class was declared and no response came. */
  readonly code: string;
  readonly state: "proven" | "failed" | "errored" | "inconclusive" | "unproven" | "implied" | "skipped";
}
