import { isSentAtWill } from "../plan/model.ts";
import type { Run } from "../result/model.ts";
import type { Concurrency } from "./dispatch/lane-count.ts";
import type { Suite } from "./suite.ts";

interface HeadOptions {
  readonly suites: ReadonlyArray<Suite>;
  readonly environment: string;
  readonly shard?: NonNullable<Run["shard"]>;
  readonly lanes: Concurrency;
}

/** What is known of a run before its first case ends. `jobs`: there are never more lanes than these. */
export function runHead({ suites, environment, shard, lanes }: HeadOptions, startedAt: number, jobs: number) {
  const [first] = suites;
  const levels = Object.assign({}, ...suites.map(({ plan }) => plan.suiteLevels));
  return {
    format: "newmanifest-run",
    version: 1,
    suite: suites.map(({ plan }) => plan.suite).join(", "),
    environment,
    baseUrl: first === undefined ? "" : first.mask.text(first.baseUrl),
    startedAt: new Date(startedAt).toISOString(),
    lanes: Math.min(lanes === "auto" ? jobs : lanes, Math.max(1, jobs)),
    ...(Object.keys(levels).length > 0 && { levels }),
    ...(shard && { shard }),
  } as const;
}

/** Every case says what became of it, but for one that finds nothing to do. */
export function owedCases(suites: ReadonlyArray<Suite>): number {
  const cases = suites.flatMap(({ plan }) => plan.groups.flatMap((group) => group.cases));
  return cases.filter((one) => !isSentAtWill(one)).length;
}
