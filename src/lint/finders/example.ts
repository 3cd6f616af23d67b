import type { exampleLints } from "../../http/lints/example.ts";
import type { Expectation, Json, JsonObject } from "../../manifest/model.ts";
import { describesBody, isOfClass, isOnly } from "../declared.ts";
import { answersThat, ofAnswer, ofManifest } from "../each.ts";
import type { Finder, Suite } from "../finding.ts";

/** Examples of bodies. */
export const exampleFinders: Readonly<Record<keyof typeof exampleLints, Finder>> = {
  "lint-missing-example": (suite) => {
    const successes = suite.answers.filter(
      ({ expectation: { codes } }) => isOfClass(codes, 2) && !isOnly(codes, 204, 205),
    );
    return successes.some(({ expectation }) => describesBody(expectation))
      ? []
      : ofManifest(suite, successes.map(ofAnswer));
  },
  "lint-error-schema-missing": (suite) => {
    const failures = suite.answers.filter(({ expectation }) => isOfClass(expectation.codes, 4, 5));
    const isDescribed = failures.some(({ expectation }) => describesBody(expectation));
    return suite.manifest.defaults.errors || isDescribed ? [] : ofManifest(suite, failures.map(ofAnswer));
  },
  "lint-error-schema-inconsistent": (suite) => {
    const shaped = suite.answers.filter(({ expectation }) => isErrorExample(expectation));
    const usual = usualFields(suite) ?? fieldsOf(shaped[0]?.expectation.response.body);
    return shaped
      .filter(({ expectation }) => !fieldsOf(expectation.response.body).some((field) => usual.includes(field)))
      .map(ofAnswer);
  },
  "lint-error-example-leaks": answersThat(({ expectation: { codes, response } }) => {
    const text = textsOf([response.body ?? null, response.equals ?? null]).join("\n");
    return isOfClass(codes, 4, 5) && leaks.some((leak) => leak.test(text));
  }),
  "lint-example-200-with-error": answersThat(
    ({ expectation: { codes, response }, request }) =>
      isOfClass(codes, 2) &&
      !isOnly(codes, 207) &&
      !/graphql|rpc/i.test(request.path) &&
      [response.body, response.equals].some(saysFailure),
  ),
};

// What cannot be anything else: a frame of a stack, and a message of a database.
const leaks = [
  /^[ \t]*at .{1,200}[(/\\].{0,200}:\d+\)?$/m,
  /Traceback \(most recent call last\)/,
  /\bFile "[^"\n]+", line \d+/,
  /\b(?:java|javax|org|com)(?:\.[a-z]\w*)+\.[A-Z]\w*(?:Exception|Error)\b/,
  /^panic: |\bgoroutine \d+ \[/m,
  /You have an error in your SQL syntax|\bSQLSTATE\[|\bORA-\d{5}\b|violates (?:unique|foreign key|check) constraint/,
];

function isErrorExample({ codes, response }: Expectation): boolean {
  return isOfClass(codes, 4, 5) && fieldsOf(response.body).length > 0;
}

/** The fields that `defaults.errors` gives all errors; RFC 9457 names those of a problem. */
function usualFields({ manifest: { defaults } }: Suite): ReadonlyArray<string> | undefined {
  if (defaults.errors === undefined) return undefined;
  if (defaults.errors.kind === "example") return fieldsOf(defaults.errors.body);
  return ["type", "title", "status", "detail", "instance"];
}

function fieldsOf(body: Json | undefined): ReadonlyArray<string> {
  return isMap(body) ? Object.keys(body) : [];
}

/** `success: false`, or nothing but an error. The state of a job has more to say than its error. */
function saysFailure(body: Json | undefined): boolean {
  if (!isMap(body)) return false;
  if (body.success === false || body.ok === false) return true;
  const isFilled = body.error !== undefined && body.error !== null && body.error !== false && body.error !== "";
  return isFilled && Object.keys(body).every((field) => /^(?:error|message|code|status|details?)$/.test(field));
}

/** Every text in a value, however deep. */
function textsOf(value: Json): ReadonlyArray<string> {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

function isMap(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
