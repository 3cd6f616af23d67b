import type { EndpointFacts, Scope } from "../facts.ts";
import { controlRequest } from "../happy-cases.ts";
import { ledToVariable } from "../names.ts";
import { noRelation, type Relation, relationCase, relationCheck, requestTo } from "./relation-case.ts";

/** A job that was accepted is asked about until it has ended. */
export function jobRelation(facts: EndpointFacts, scope: Scope): Relation {
  const { endpoint, happy } = facts;
  if (!happy?.codes.codes.includes(202)) return noRelation;
  const url = ledToVariable(endpoint.id, "job");
  const cases = relationCase(facts, requestTo(url, controlRequest(facts, scope.manifest)), {
    scope,
    about: "leads to a job that comes to its end",
    key: "job",
    checks: [
      relationCheck("202-monitor-reachable", { again: `${url}_again`, sure: `${url}_sure` }),
      relationCheck("202-job-ends", { again: `${url}_pending` }),
    ],
    rest: { before: { kind: "follow", url } },
  });
  if (cases.length === 0) return noRelation;
  return { notes: [{ name: "monitor", variable: url, on: [202] }], cases };
}
