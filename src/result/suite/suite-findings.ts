import type { Level } from "../../http/rule.ts";
import { type SuiteRuleId, suiteRules } from "../../http/rules/suite.ts";
import type { KnownDeviation } from "../baseline/model.ts";
import { allEndpoints200 } from "./all-endpoints-200.ts";
import { authEnforced } from "./auth-enforced.ts";
import { codeDiversity } from "./code-diversity.ts";
import { errorCode } from "./error-code.ts";
import { errorFormat } from "./error-format.ts";
import { errorShape } from "./error-shape.ts";
import { headerPolicy } from "./header-policy.ts";
import { leakCount } from "./leak-count.ts";
import { gatherMaterial, type JudgedRun, type Material, type SuiteRule } from "./material.ts";
import { methodSemantics } from "./method-semantics.ts";
import { no5xx } from "./no-5xx.ts";
import { notCatchall } from "./not-catchall.ts";
import { reserved500 } from "./reserved-500.ts";
import { sameFault } from "./same-fault.ts";
import { serverErrorFormat } from "./server-error-format.ts";
import { undocumentedCodes } from "./undocumented-codes.ts";

/** What is wrong with a run as a whole. */
export interface SuiteFinding {
  readonly rule: SuiteRuleId;
  /** At `error` the run has failed. */
  readonly level: Exclude<Level, "off">;
  readonly message: string;
  /** Ids of the cases that show it. */
  readonly cases: ReadonlyArray<string>;
  /** Where it is in the file of known deviations. */
  readonly known?: KnownDeviation;
}

const judges = {
  "e200-all-endpoints-200": allEndpoints200,
  "400-not-catchall": notCatchall,
  "suite-code-diversity": codeDiversity,
  "error-shape-consistent": errorShape,
  "suite-error-format-uniform": errorFormat,
  "5xx-format-consistent": serverErrorFormat,
  "500-reserved-unexpected": reserved500,
  "error-code-stable": errorCode,
  "suite-same-fault-same-code": sameFault,
  "suite-auth-enforced-everywhere": authEnforced,
  "suite-header-policy-uniform": headerPolicy,
  "suite-undocumented-codes": undocumentedCodes,
  "suite-method-semantics": methodSemantics,
  "suite-leak-count-zero": leakCount,
  "suite-5xx-zero": no5xx,
} as const satisfies Record<SuiteRuleId, SuiteRule>;

/** What only all responses together show, in the order of the table; the run's own levels come before the table's. */
export function suiteFindings(run: JudgedRun, became?: Material["outcomes"]): ReadonlyArray<SuiteFinding> {
  const material = gatherMaterial(run, became);
  const findings: SuiteFinding[] = [];
  for (const [id, judge] of Object.entries(judges) as [SuiteRuleId, SuiteRule][]) {
    const level: Level = run.levels?.[id] ?? suiteRules[id].level;
    const found = level === "off" ? undefined : judge(material);
    if (found !== undefined && level !== "off") findings.push({ rule: id, level, ...found });
  }
  return findings;
}
