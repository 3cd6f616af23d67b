import type { Exchange } from "./exchange.ts";
import type { FieldProblem, Refusal } from "./refusal.ts";
import { refusalCode } from "./refusal-code.ts";

/** Names that promise a whole number, zero or more. */
const counted =
  /^(?:page|limit|offset|skip|take|top|size|count|year|page_?(?:no|num|number|index)|(?:per|page|max)_?(?:page|size|results|items))$/i;

/** 400 where a query parameter is given in a way that nobody can mean; unknown ones are nobody's business. */
export function refuseQuery({ operation, target, api }: Exchange): Refusal | undefined {
  const fields = Object.entries(operation.query).flatMap(([name, example]): FieldProblem[] => {
    const values = target.query.getAll(name);
    if (values.length > 1) return [{ field: name, message: "is given more than once" }];
    const [value] = values;
    const isCounted = counted.test(name) && /^\d+$/.test(example);
    return value !== undefined && isCounted && !/^\d{1,15}$/.test(value)
      ? [{ field: name, message: "is not a whole number" }]
      : [];
  });
  if (fields.length === 0) return undefined;
  const reason = fields.map(({ field, message }) => `${field} ${message}`).join(", ");
  return { code: refusalCode(operation, [400, 422], api.policy.validation), reason, fields };
}
