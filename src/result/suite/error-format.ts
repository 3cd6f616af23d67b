import { clientErrors, mediaType } from "./errors.ts";
import { endpointsOf, idsOf, type SuiteRule } from "./material.ts";
import { strays, tally, tallyWords } from "./tally.ts";

const fewestErrors = 5;
const share = 0.8;

/** `suite-error-format-uniform`: errors of several media types. */
export const errorFormat: SuiteRule = (material) => {
  const errors = clientErrors(material);
  if (errors.length < fewestErrors || endpointsOf(errors) < 2) return undefined;
  const types = tally(errors, ({ response }) => mediaType(response) ?? "");
  const others = strays(types, share);
  if (others.length === 0) return undefined;
  return { message: `errors come as ${tallyWords(types)}`, cases: idsOf(others) };
};
