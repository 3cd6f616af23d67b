import type { Attempt, CaseRun, CheckRun } from "../model.ts";
import type { Mask } from "./mask.ts";

/** A case as it was kept, without what the mask takes out. */
export function redactCase(one: CaseRun, mask: Mask): CaseRun {
  return { ...one, attempts: one.attempts.map((attempt) => redactAttempt(attempt, mask)) };
}

function redactAttempt(attempt: Attempt, mask: Mask): Attempt {
  const { request, response, error, checks } = attempt;
  mask.learn({ request, response });
  return {
    ...attempt,
    ...(request && { request: mask.request(request) }),
    ...(response && { response: redactResponse(response, mask) }),
    ...(error && { error: { ...error, message: mask.text(error.message) } }),
    checks: checks.map((check) => redactCheck(check, mask)),
  };
}

/** What is left of an error's body was read from all of it: it is not read again from what was kept. */
function redactResponse(response: NonNullable<Attempt["response"]>, mask: Mask): NonNullable<Attempt["response"]> {
  const { errorBody, body = "" } = response;
  const { errorBody: _, ...masked } = mask.response({ ...response, body }, Number.POSITIVE_INFINITY);
  if (errorBody === undefined) return masked;
  const { fields, ...said } = errorBody;
  const texts = Object.entries(said).map(([name, text]) => [name, mask.text(text)]);
  return { ...masked, errorBody: { fields: fields.map(mask.text), ...Object.fromEntries(texts) } };
}

/** The user's own tests may have a secret in their names as well. */
export function redactCheck(check: CheckRun, mask: Mask): CheckRun {
  const { id, rule, title, message } = check;
  const names = rule === undefined ? { id: mask.text(id), title: mask.text(title) } : {};
  return { ...check, ...names, ...(message !== undefined && { message: mask.text(message) }) };
}
