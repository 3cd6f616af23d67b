import type { Edge } from "../../http/edge.ts";
import { ownAnswers } from "./errors.ts";
import { type Answer, endpointsOf, idsOf, type SuiteRule } from "./material.ts";
import { strays, tally, tallyWords } from "./tally.ts";

const fewestEndpoints = 4;
const share = 0.9;

/** `suite-same-fault-same-code`: codes that mean the same, and now the one comes and now the other. */
export const sameFault: SuiteRule = (material) => {
  const chosen = ownAnswers(material).filter(wasChosen);
  for (const [, answers] of tally(chosen, ({ one }) => one.edge ?? "")) {
    const codes = tally(answers, ({ response }) => String(response.status));
    const others = strays(codes, share);
    if (endpointsOf(answers) < fewestEndpoints || others.length === 0) continue;
    return {
      message: `a request ${answers[0]?.edge?.title} is answered with ${tallyWords(codes)}`,
      cases: idsOf(others),
    };
  }
  return undefined;
};

/** Where one code is declared, the manifest has chosen; where others are no less right, the server has. */
function wasChosen({ one, edge, response }: Answer): boolean {
  if (edge === undefined) return false;
  const isFree = one.origin === "implied" || one.expected.some((pattern) => /[|x]/.test(pattern));
  return isFree && equallyRight(edge).includes(response.status);
}

function equallyRight({ codes, also = [], alsoIfDeclared = [] }: Edge): ReadonlyArray<number> {
  return [...codes, ...also, ...alsoIfDeclared].filter((code) => code >= 400);
}
