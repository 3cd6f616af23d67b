import { mayBeAbsent } from "../plan/model.ts";
import type { Run, SuiteHead } from "../result/model.ts";
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
  const heads = suites.map((suite) => suiteHead(suite, environment));
  const [first] = heads;
  return {
    format: "newmanifest-run",
    version: 1,
    baseUrl: "",
    ...first,
    suite: heads.map(({ suite }) => suite).join(", "),
    environment,
    ...(heads.length > 1 && { suites: heads }),
    startedAt: new Date(startedAt).toISOString(),
    lanes: Math.min(lanes === "auto" ? jobs : lanes, Math.max(1, jobs)),
    ...(shard && { shard }),
  } as const;
}

function suiteHead({ plan, planned, alerts, isPartial, baseUrl, mask, ...own }: Suite, environment: string): SuiteHead {
  return {
    suite: plan.suite,
    environment: own.environment ?? environment,
    baseUrl: mask.text(baseUrl),
    ...(Object.keys(plan.suiteLevels).length > 0 && { levels: plan.suiteLevels }),
    ...(planned !== undefined && { planned }),
    ...(alerts && alerts.length > 0 && { alerts }),
    ...(isPartial && { isPartial }),
  };
}

/** Every case says what became of it, but for one that finds nothing to do. */
export function owedCases(suites: ReadonlyArray<Pick<Suite, "plan">>): number {
  const cases = suites.flatMap(({ plan }) => plan.groups.flatMap((group) => group.cases));
  return cases.filter((one) => !mayBeAbsent(one)).length;
}
