import type { Io } from "./io.ts";

/** Where a CI says which of several like jobs this one is. */
export interface CiVariables {
  /** What its users call it. */
  readonly name: string;
  /** What a job says there to run several times. */
  readonly ask: string;
  /** The variable with the number of this job, and the number of the first one. */
  readonly index: string;
  readonly first: 0 | 1;
  /** The variable with the number of jobs. */
  readonly total: string;
  /** Where the variables are set for jobs that must not share a suite, too: whether they mean shards here, and that in words. */
  readonly only?: { readonly where: string; readonly holds: (env: Io["env"]) => boolean };
}

/**
 * The CIs whose jobs know their place. Left out on purpose: those whose numbers count jobs that do different things, since a
 * suite must not be cut in parts because a linter runs beside it (Bitbucket's parallel steps, Cirrus CI's tasks), and those
 * that have no variables of their own (GitHub Actions).
 */
export const ciVariables: ReadonlyArray<CiVariables> = [
  {
    name: "GitLab",
    ask: "parallel: 4",
    index: "CI_NODE_INDEX",
    first: 1,
    total: "CI_NODE_TOTAL",
    only: {
      where: "`GITLAB_CI` is set, and the job is none of a `parallel: matrix`",
      // Jobs of a matrix have the same two variables, and names like `test: [staging]` instead of `test 1/4`.
      holds: (env) => Boolean(env.GITLAB_CI) && !/: \[.*\]$/.test(env.CI_JOB_NAME ?? ""),
    },
  },
  {
    name: "Heroku CI",
    ask: '"quantity": 4',
    index: "CI_NODE_INDEX",
    first: 0,
    total: "CI_NODE_TOTAL",
    only: { where: "`HEROKU_TEST_RUN_ID` is set", holds: (env) => Boolean(env.HEROKU_TEST_RUN_ID) },
  },
  { name: "CircleCI", ask: "parallelism: 4", index: "CIRCLE_NODE_INDEX", first: 0, total: "CIRCLE_NODE_TOTAL" },
  {
    name: "Buildkite",
    ask: "parallelism: 4",
    index: "BUILDKITE_PARALLEL_JOB",
    first: 0,
    total: "BUILDKITE_PARALLEL_JOB_COUNT",
  },
  {
    name: "Azure Pipelines",
    ask: "strategy: { parallel: 4 }",
    index: "SYSTEM_JOBPOSITIONINPHASE",
    first: 1,
    total: "SYSTEM_TOTALJOBSINPHASE",
    only: {
      where: "`SYSTEM_PARALLELEXECUTIONTYPE` is `MultiMachine`: a `matrix` has another",
      holds: (env) => env.SYSTEM_PARALLELEXECUTIONTYPE?.toLowerCase() === "multimachine",
    },
  },
  { name: "Semaphore", ask: "parallelism: 4", index: "SEMAPHORE_JOB_INDEX", first: 1, total: "SEMAPHORE_JOB_COUNT" },
  {
    name: "Kubernetes",
    ask: "completionMode: Indexed",
    index: "JOB_COMPLETION_INDEX",
    first: 0,
    total: "JOB_COMPLETIONS",
    // Any indexed job has its index, whatever it is for.
    only: {
      where: "you set `JOB_COMPLETIONS`: Kubernetes does not say it",
      holds: (env) => Boolean(env.JOB_COMPLETIONS),
    },
  },
];
