import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type CiVariables, ciVariables } from "../../src/cli/ci-variables.ts";
import { shardOf } from "../../src/cli/shard-of.ts";
import { UsageError } from "../../src/cli/usage-error.ts";
import { packageRoot } from "../../src/package.ts";

/** What each CI sets in the job `index` (from 1) of `of`. */
const jobs: Readonly<Record<string, (index: number, of: number) => Record<string, string>>> = {
  GitLab: (index, of) => ({
    GITLAB_CI: "true",
    CI_JOB_NAME: `api ${index}/${of}`,
    CI_NODE_INDEX: `${index}`,
    CI_NODE_TOTAL: `${of}`,
  }),
  "Heroku CI": (index, of) => ({ HEROKU_TEST_RUN_ID: "x", CI_NODE_INDEX: `${index - 1}`, CI_NODE_TOTAL: `${of}` }),
  CircleCI: (index, of) => ({ CIRCLECI: "true", CIRCLE_NODE_INDEX: `${index - 1}`, CIRCLE_NODE_TOTAL: `${of}` }),
  Buildkite: (index, of) => ({ BUILDKITE_PARALLEL_JOB: `${index - 1}`, BUILDKITE_PARALLEL_JOB_COUNT: `${of}` }),
  "Azure Pipelines": (index, of) => ({
    SYSTEM_PARALLELEXECUTIONTYPE: "MultiMachine",
    SYSTEM_JOBPOSITIONINPHASE: `${index}`,
    SYSTEM_TOTALJOBSINPHASE: `${of}`,
  }),
  Semaphore: (index, of) => ({ SEMAPHORE_JOB_INDEX: `${index}`, SEMAPHORE_JOB_COUNT: `${of}` }),
  Kubernetes: (index, of) => ({ JOB_COMPLETION_INDEX: `${index - 1}`, JOB_COMPLETIONS: `${of}` }),
};

describe("the variables of a CI", () => {
  it("are in this file for each CI", () => {
    expect(Object.keys(jobs)).toEqual(ciVariables.map(({ name }) => name));
  });

  it.each(Object.entries(jobs))("of %s say which shard this is", (name, job) => {
    const shards = [1, 2, 4].map((index) => shardOf(undefined, job(index, 4))?.shard);
    expect(shards).toEqual([1, 2, 4].map((index) => ({ index, of: 4 })));
    expect(shardOf(undefined, job(1, 4))?.from).toContain(`${name}'`);
  });

  it.each(Object.entries(jobs))("of %s mean nothing in a job that is not split", (_, job) => {
    expect(shardOf(undefined, job(1, 1))).toBeUndefined();
  });

  it.each(Object.entries(jobs))("of %s are an error where their number is out of range", (_, job) => {
    for (const index of [0, 5]) expect(() => shardOf(undefined, job(index, 4))).toThrow(/--shard 2\/4.*--shard 1\/1/);
  });

  it.each(Object.entries(jobs))("of %s come after --shard", (_, job) => {
    expect(shardOf({ index: 1, of: 2 }, job(9, 4))).toEqual({ shard: { index: 1, of: 2 } });
    expect(shardOf({ index: 1, of: 1 }, job(9, 4))).toBeUndefined();
  });

  it.each([
    ["no variables", {}],
    ["GitLab without `parallel`", { GITLAB_CI: "true", CI_NODE_TOTAL: "1" }],
    ["empty ones", { CIRCLE_NODE_INDEX: "", CIRCLE_NODE_TOTAL: "" }],
    ["an indexed job whose total nobody set", { JOB_COMPLETION_INDEX: "3" }],
    ["a GitLab matrix", { ...jobs.GitLab?.(2, 4), CI_JOB_NAME: "api: [staging, eu]" }],
    ["an Azure matrix", { ...jobs["Azure Pipelines"]?.(2, 4), SYSTEM_PARALLELEXECUTIONTYPE: "MultiConfiguration" }],
    ["the tasks of Cirrus CI", { CIRRUS_CI: "true", CI_NODE_INDEX: "2", CI_NODE_TOTAL: "4" }],
    ["Bitbucket's parallel steps", { BITBUCKET_PARALLEL_STEP: "2", BITBUCKET_PARALLEL_STEP_COUNT: "4" }],
  ])("cut no suite: %s", (_, env) => {
    expect(shardOf(undefined, env)).toBeUndefined();
  });

  it.each([
    [{ GITLAB_CI: "true", CI_NODE_TOTAL: "4" }, "CI_NODE_TOTAL is 4, and CI_NODE_INDEX is not set"],
    [{ GITLAB_CI: "true", CI_NODE_INDEX: "2" }, "CI_NODE_INDEX is set, and CI_NODE_TOTAL is not"],
    [{ JOB_COMPLETIONS: "4" }, "JOB_COMPLETIONS is 4, and JOB_COMPLETION_INDEX is not set"],
    [{ CIRCLE_NODE_INDEX: "0", CIRCLE_NODE_TOTAL: "four" }, 'CIRCLE_NODE_TOTAL is "four", which is no whole number'],
    [{ CIRCLE_NODE_INDEX: "-1", CIRCLE_NODE_TOTAL: "4" }, 'CIRCLE_NODE_INDEX is "-1", which is no whole number'],
    [{ CIRCLE_NODE_INDEX: "0", CIRCLE_NODE_TOTAL: "0" }, "CIRCLE_NODE_TOTAL is 0"],
    [
      { CIRCLE_NODE_INDEX: "4", CIRCLE_NODE_TOTAL: "4" },
      "CIRCLE_NODE_INDEX is 4, where CircleCI counts from 0 to 3, so it is not known which shard this is",
    ],
    [
      { ...jobs.GitLab?.(2, 4), ...jobs.Kubernetes?.(1, 3) },
      "shard 2/4 (GitLab's CI_NODE_INDEX, CI_NODE_TOTAL) and shard 1/3 (Kubernetes' JOB_COMPLETION_INDEX, JOB_COMPLETIONS) contradict",
    ],
  ])("are an error that names them and says the way out: %j", (env, sentence) => {
    const way = "say it with --shard 2/4, or run everything with --shard 1/1";
    const asked = () => shardOf(undefined, env);
    expect(asked).toThrow(UsageError);
    expect(asked).toThrow(sentence);
    expect(asked).toThrow(way);
  });

  it("agree where two CIs say the same", () => {
    const env = { ...jobs.GitLab?.(2, 4), ...jobs.Kubernetes?.(2, 4) };
    expect(shardOf(undefined, env)?.shard).toEqual({ index: 2, of: 4 });
  });
});

describe("docs/ci.md", () => {
  const row = ({ name, ask, index, first, total, only }: CiVariables) =>
    `| ${name} | \`${ask}\` | \`${index}\`, from ${first} | \`${total}\` | ${only?.where ?? "they are set"} |`;

  it("has the table of variables", () => {
    const text = readFileSync(join(packageRoot, "docs/ci.md"), "utf8");
    const rows = text.split("\n").filter((line) => line.startsWith("| ") && line.includes(", from "));
    expect(rows).toEqual(ciVariables.map(row));
  });
});
