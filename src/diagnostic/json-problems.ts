/** What is wrong with a JSON text, and where. */
export interface JsonProblem {
  readonly problem: string;
  readonly hint?: string;
  readonly start: number;
  readonly end: number;
}

const hints: ReadonlyArray<readonly [RegExp, string]> = [
  [/^['`\u2018\u2019\u201c\u201d]/, "text stands in double quotes"],
  [/^(?:\/\/|\/\*|#)/, "there are no comments in JSON"],
  [/^\{\{/, 'a variable stands in double quotes: "{{name}}"'],
  [/^(?:True|False|None|undefined|NaN|[+-]?Infinity)\b/, "write true, false, null or a number"],
  [/^[+-]?[\d.]/, "a number is written 1, -1, 1.5 or 1e3"],
  [/^[\p{L}_$]/u, "text stands in double quotes"],
];

/** The mistakes that are made in JSON, in words. */
export const jsonProblems = {
  rest: (at: number): JsonProblem => ({
    ...one(at),
    problem: "something follows the end of the JSON",
    hint: "one file holds one value",
  }),
  tooDeep: (at: number, limit: number): JsonProblem => ({
    ...one(at),
    problem: `nested more than ${limit} levels deep`,
  }),
  unclosed: (at: number, closer: string): JsonProblem => ({
    ...one(at),
    problem: closer === '"' ? "the closing quote is missing" : `the closing ${closer} is missing`,
    hint: "opened here",
  }),
  missingComma: (at: number, text: string): JsonProblem => hinted("a comma is missing before this", at, text),
  lastComma: (at: number): JsonProblem => ({
    ...one(at),
    problem: "nothing follows this comma",
    hint: "remove it",
  }),
  key: (at: number, text: string): JsonProblem => hinted("expected a key", at, text, "a key stands in double quotes"),
  colon: (start: number, end: number): JsonProblem => ({
    start,
    end,
    problem: "a key without a value",
    hint: "a key is followed by a colon",
  }),
  value: (at: number, text: string): JsonProblem =>
    at >= text.length
      ? { ...one(at), problem: "the text ends where a value is expected" }
      : hinted("this is no JSON value", at, text),
  control: (at: number, start: number): JsonProblem => ({
    start,
    end: at,
    problem: "text in JSON has no line breaks, tabs or other control characters",
    hint: "write \\n and \\t",
  }),
  escape: (at: number): JsonProblem => ({
    start: at,
    end: at + 2,
    problem: "JSON does not know this escape",
    hint: "write the backslash twice",
  }),
} as const;

function hinted(problem: string, at: number, text: string, otherwise?: string): JsonProblem {
  const rest = text.slice(at, at + 20);
  const hint = hints.find(([pattern]) => pattern.test(rest))?.[1] ?? otherwise;
  return { ...one(at), problem, ...(hint !== undefined && { hint }) };
}

function one(at: number): Pick<JsonProblem, "start" | "end"> {
  return { start: at, end: at + 1 };
}
