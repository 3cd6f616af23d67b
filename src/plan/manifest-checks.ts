import type { Defaults, HeaderExpectation, ResponseExpectation } from "../manifest/model.ts";
import type { CheckChoice, RuleCheck } from "./check-choice.ts";
import { guardOf } from "./pattern.ts";

/** The checks the manifest itself declares for a response: headers, body, values, schema, time. */
export function manifestChecks(choice: CheckChoice): ReadonlyArray<RuleCheck> {
  const { response, manifest, expected, also } = choice;
  // What is declared for 401 says nothing of the 400 that is right as well.
  const on = guardOf(expected);
  const checks: RuleCheck[] = [];
  for (const header of response?.headers ?? []) checks.push(headerCheck(header, on));
  for (const header of defaultHeaders(response, manifest.defaults))
    checks.push(headerCheck(header, guardOf(expected, also)));
  checks.push(...bodyChecks(response, on));
  const underMs = response?.underMs ?? manifest.defaults.underMs;
  if (underMs !== undefined) {
    checks.push({ rule: "manifest-under", title: `the response takes less than ${underMs} ms`, on, view: { underMs } });
  }
  if (response?.body === undefined) checks.push(...errorShapeCheck(choice));
  return checks;
}

function bodyChecks(
  response: ResponseExpectation | undefined,
  on: ReadonlyArray<number | string>,
): ReadonlyArray<RuleCheck> {
  const checks: RuleCheck[] = [];
  if (response?.body !== undefined) {
    checks.push({
      rule: "manifest-body",
      title: "the body has the declared shape",
      on,
      view: { example: response.body },
    });
  }
  if (response?.equals !== undefined) {
    checks.push({
      rule: "manifest-equals",
      title: "the body has the declared values",
      on,
      view: { values: response.equals },
    });
  }
  if (response?.schema !== undefined) {
    checks.push({
      rule: "manifest-schema",
      title: "the body fits its JSON Schema",
      on,
      view: { schema: response.schema },
    });
  }
  return checks;
}

/** What the case declares about a header comes before what every response should have. */
function defaultHeaders(
  response: ResponseExpectation | undefined,
  defaults: Defaults,
): ReadonlyArray<HeaderExpectation> {
  const named = new Set(response?.headers.map(({ name }) => name.toLowerCase()));
  return defaults.headers.filter(({ name }) => !named.has(name.toLowerCase()));
}

function headerCheck(header: HeaderExpectation, on: ReadonlyArray<number | string>): RuleCheck {
  return {
    id: `manifest-header ${header.name.toLowerCase()}`,
    rule: "manifest-header",
    title: headerTitle(header),
    on,
    view: {
      ...header,
      isPresent: header.kind === "present",
      isAbsent: header.kind === "absent",
      ...comparison(header),
    },
  };
}

function headerTitle(header: HeaderExpectation): string {
  switch (header.kind) {
    case "present":
    case "absent":
      return `header ${header.name} is ${header.kind}`;
    case "equals":
      return `header ${header.name} is ${header.value}`;
    case "matches":
      return `header ${header.name} matches /${header.pattern}/`;
    case "any":
      return `header ${header.name} is one of ${header.values.join(", ")}`;
  }
  return header satisfies never;
}

function comparison(header: HeaderExpectation): object {
  return {
    oneOf: header.kind === "any" ? header.values : header.kind === "equals" ? [header.value] : null,
    pattern: header.kind === "matches" ? header.pattern : null,
  };
}

/** `defaults.errors` speaks of 4xx and 5xx with a body, so not of HEAD. */
function errorShapeCheck({ manifest, expected, also, method }: CheckChoice): ReadonlyArray<RuleCheck> {
  const { errors } = manifest.defaults;
  const isError = expected.codes.every((code) => code >= 400) && expected.classes.every((digit) => digit >= 4);
  if (errors === undefined || !isError || method === "HEAD") return [];
  // A success that is let pass is no error.
  const failures = also.filter((code) => code >= 400);
  return [{ rule: "error-body-shape", ...errorShape(errors), on: guardOf(expected, failures) }];
}

/** What the script compares an error with. */
export function errorShape(errors: NonNullable<Defaults["errors"]>): Pick<RuleCheck, "title" | "view"> {
  return errors.kind === "example"
    ? { title: "the error has the declared shape", view: { isProblem: false, example: errors.body } }
    : { title: "the error is problem+json", view: { isProblem: true, example: null } };
}
