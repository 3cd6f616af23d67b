import { listed } from "./listed.ts";
import { answerOf, idsOf, type SuiteRule } from "./material.ts";

/** `suite-auth-enforced-everywhere`: a request without valid credentials was let in, and its case is not even red. */
export const authEnforced: SuiteRule = ({ run, outcomes }) => {
  const unclear = run.cases.filter(({ id }) => outcomes.get(id) === "inconclusive").flatMap(answerOf);
  const found = unclear.filter(
    ({ edge, response: { status } }) =>
      edge?.change.kind === "credentials" && edge.codes[0] === 401 && status >= 200 && status < 300,
  );
  if (found.length === 0) return undefined;
  const endpoints = found.map(({ one }) => one.endpoint);
  return { message: `let in without valid credentials: ${listed(endpoints)}`, cases: idsOf(found) };
};
