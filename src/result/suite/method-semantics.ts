import { idsOf, type SuiteRule } from "./material.ts";

/** Safe methods create nothing (RFC 9110, 9.2.1), and what is deleted is not created. */
const neverCreates: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS", "DELETE"]);

/** `suite-method-semantics`: 201 to a method that is not for making things. */
export const methodSemantics: SuiteRule = ({ answers }) => {
  const found = answers.filter(({ method, response }) => neverCreates.has(method) && response.status === 201);
  if (found.length === 0) return undefined;
  const methods = [...new Set(found.map(({ method }) => method))].join(", ");
  return { message: `${methods} is answered with 201: creating is for POST, PUT and PATCH`, cases: idsOf(found) };
};
