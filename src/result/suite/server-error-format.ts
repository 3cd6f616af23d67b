import { commonFields } from "./error-shape.ts";
import { clientErrors, mediaType, serverErrors } from "./errors.ts";
import { type Answer, idsOf, type SuiteRule } from "./material.ts";
import { strays, tally } from "./tally.ts";

const fewestErrors = 3;
const share = 0.8;

/** `5xx-format-consistent`: errors of the client agree in their form, and errors of the server have another one. */
export const serverErrorFormat: SuiteRule = (material) => {
  const errors = clientErrors(material);
  const types = tally(errors, ({ response }) => mediaType(response) ?? "");
  const [type] = types[0] ?? [];
  if (errors.length < fewestErrors || type === undefined || strays(types, share).length > 0) return undefined;
  const common = commonFields(errors);
  const isLikeThem = ({ response }: Answer): boolean => {
    if (mediaType(response) !== type) return false;
    const fields = response.errorBody?.fields;
    return common.length === 0 || fields === undefined || common.some((field) => fields.includes(field));
  };
  const others = serverErrors(material).filter((answer) => !isLikeThem(answer));
  if (others.length === 0) return undefined;
  const fields = common.length === 0 ? "" : ` with ${common.join(", ")}`;
  return { message: `other errors are ${type}${fields}, and these are not`, cases: idsOf(others) };
};
