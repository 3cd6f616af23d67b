import type { Expectation, ResponseExpectation } from "../manifest/model.ts";
import type { Operation, Outcome } from "./api.ts";
import { isObject } from "./json.ts";

/** What a class stands for when nothing more is said. */
const codeOfClass: ReadonlyMap<number, number> = new Map([
  [2, 200],
  [3, 302],
  [4, 400],
  [5, 500],
]);

const codeOfMethod: ReadonlyMap<string, number> = new Map([
  ["POST", 201],
  ["DELETE", 204],
]);

/** Codes that a server gives for a reason of its own; an endpoint that has nothing but errors answers with another. */
const reasoned: ReadonlySet<number> = new Set([400, 401, 403, 404, 405, 406, 409, 412, 415, 416, 422, 429]);

/** A response nobody said anything about. */
export const undeclared: ResponseExpectation = { headers: [] };

/** The outcome that an expectation asks for; of several codes the first. */
export function outcomeOf(expectation: Expectation, method: string): Outcome {
  const { codes, classes } = expectation.codes;
  const [first] = codes;
  if (first !== undefined) return { code: first, response: expectation.response };
  const [digit = 2] = classes;
  const code = (digit === 2 ? codeOfMethod.get(method) : undefined) ?? codeOfClass.get(digit) ?? 200;
  return { code, response: expectation.response };
}

/** The answer to the valid request: the first 2xx, else the first 3xx, else whatever comes first. */
export function happyOutcome(expect: ReadonlyArray<Expectation>, method: string): Outcome {
  const plain = expect.filter((expectation) => !expectation.when && expectation.burst === undefined);
  const outcomes = (plain.length > 0 ? plain : expect).map((expectation) => outcomeOf(expectation, method));
  return (
    outcomes.find(({ code }) => isSuccess(code)) ??
    outcomes.find(({ code }) => isRedirect(code)) ??
    outcomes.find(({ code }) => !reasoned.has(code)) ??
    outcomes[0] ?? { code: 200, response: undeclared }
  );
}

export function isSuccess(code: number): boolean {
  return code >= 200 && code < 300;
}

/** 304 answers a condition; it sends nobody anywhere. */
export function isRedirect(code: number): boolean {
  return code >= 300 && code < 400 && code !== 304;
}

/** Whether the operation lists the code at all; `plain`: without a `when`, so that it is the server's own doing. */
export function declares(operation: Operation, code: number, options: { plain?: boolean } = {}): boolean {
  const listed = operation.expect.some(
    (expectation) => expectation.codes.codes.includes(code) && !(options.plain && expectation.when),
  );
  return listed || operation.steps.some(({ outcome }) => outcome.code === code);
}

/** What the manifest says of a response with this code, where it says it without a `when`. */
export function responseFor(operation: Operation, code: number): ResponseExpectation {
  const found = operation.expect.find(({ codes, when }) => codes.codes.includes(code) && !when);
  return found?.response ?? undeclared;
}

/** Two declarations of one response; where both speak the second is right. */
export function joinResponses(first: ResponseExpectation, second: ResponseExpectation): ResponseExpectation {
  const equals =
    isObject(first.equals) && isObject(second.equals) ? { ...first.equals, ...second.equals } : second.equals;
  const joined = { ...first, ...second, headers: [...first.headers, ...second.headers] };
  return equals === undefined ? joined : { ...joined, equals };
}
