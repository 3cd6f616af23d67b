import { type Answer, idsOf, type SuiteRule } from "./material.ts";

/** `500-reserved-unexpected`: a 500 that passed beside a code that would have said what was wrong. */
export const reserved500: SuiteRule = ({ answers }) => {
  const found = answers.filter(({ response, ...answer }) => response.status === 500 && blamesClient(answer));
  if (found.length === 0) return undefined;
  return { message: "500 is let pass where the client was wrong", cases: idsOf(found) };
};

/** 500 alone is declared where somebody makes the server fail on purpose. */
function blamesClient({ one, edge }: Omit<Answer, "response">): boolean {
  const patterns = one.expected.flatMap((pattern) => pattern.split("|"));
  return edge?.codes.some((code) => code < 500) === true || patterns.some((pattern) => /^\s*4/.test(pattern));
}
