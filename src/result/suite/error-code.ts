import { headerOf, ownAnswers } from "./errors.ts";
import { type Answer, endpointsOf, idsOf, type SuiteRule } from "./material.ts";
import { strays, tally, tallyWords } from "./tally.ts";

const fewestEndpoints = 3;
const share = 0.9;

/** Faults that have nothing to do with the resource: of a field, or of a thing that is missing, an error may have a code of its own. */
const general: ReadonlySet<number> = new Set([401, 405, 406, 415]);

/** `error-code-stable`: one fault, one status, and several machine codes for it. */
export const errorCode: SuiteRule = (material) => {
  const coded = ownAnswers(material).filter(
    (answer) => isGeneral(answer) && answer.response.errorBody?.code !== undefined,
  );
  for (const [, answers] of tally(coded, faultOf)) {
    const codes = tally(answers, ({ response }) => response.errorBody?.code ?? "");
    const others = strays(codes, share);
    if (endpointsOf(answers) < fewestEndpoints || others.length === 0) continue;
    return { message: `a request ${answers[0]?.edge?.title} has the codes ${tallyWords(codes)}`, cases: idsOf(others) };
  }
  return undefined;
};

function isGeneral({ one, edge, response }: Answer): boolean {
  if (edge?.codes[0] !== response.status) return false;
  return general.has(response.status) || one.edge?.startsWith("ec-json-malformed") === true;
}

/** Endpoints that ask for other credentials may name another error. */
function faultOf({ one, response }: Answer): string {
  const [scheme = ""] = (headerOf(response, "www-authenticate") ?? "").split(/[\s,]/);
  return JSON.stringify([one.edge, response.status, scheme.toLowerCase()]);
}
