import type { AlertUnit } from "./metrics.ts";

export const operators = ["<=", ">=", "<", ">", "="] as const;

export type Operator = (typeof operators)[number];

/** What a metric must be: against a number in its unit, or against so many earlier runs. */
export type Limit = { readonly operator: Operator } & (
  | { readonly kind: "fixed"; readonly value: number }
  /** `2x last 10`: twice the mean of the last ten. */
  | { readonly kind: "relative"; readonly factor: number; readonly runs: number }
);

/** Why a limit cannot be read, and what to write. */
export interface LimitProblem {
  readonly code: "bad-limit" | "wrong-unit";
  readonly example: string;
}

const suffixes: Readonly<Record<string, { readonly unit: AlertUnit; readonly factor: number }>> = {
  "%": { unit: "share", factor: 0.01 },
  ms: { unit: "ms", factor: 1 },
  s: { unit: "ms", factor: 1000 },
};

/** How a number is written in each unit; `few` and `many` are what one may ask to be below and above. */
const written: Readonly<Record<AlertUnit, { readonly suffix: string; readonly few: string; readonly many: string }>> = {
  share: { suffix: "%", few: "1%", many: "99%" },
  ms: { suffix: "ms", few: "800ms", many: "1ms" },
  count: { suffix: "", few: "3", many: "1" },
};

/** `< 800ms`, `>= 99%`, `= 0`, `< 2x last 10`, for a metric of this unit. */
export function parseLimit(text: string, unit: AlertUnit): Limit | LimitProblem {
  const [, operator = "", rest = ""] = /^\s*(<=|>=|<|>|==?)\s*(.*?)\s*$/.exec(text) ?? [];
  if (operator === "") return { code: "bad-limit", example: exampleOf("<=", text, unit) };
  const sign = operators.find((each) => each === operator) ?? "=";
  const [, factor, last, runs = "1"] = /^(\d{1,6}(?:\.\d{1,6})?)\s*x(\s+last(?:\s+([1-9]\d{0,2}))?)?$/.exec(rest) ?? [];
  if (last !== undefined) return { operator: sign, kind: "relative", factor: Number(factor), runs: Number(runs) };
  if (factor !== undefined) return { code: "bad-limit", example: `${operator} ${factor}x last` };
  const example = exampleOf(operator, rest, unit);
  const [, digits, name = ""] = number.exec(rest) ?? [];
  if (digits === undefined) return { code: "bad-limit", example };
  const value = valueIn(Number(digits), name, unit);
  return value === undefined ? { code: "wrong-unit", example } : { operator: sign, kind: "fixed", value };
}

/** Whether it could not be read. */
export function isLimitProblem(limit: Limit | LimitProblem): limit is LimitProblem {
  return "code" in limit;
}

const number = /^(\d{1,12}(?:\.\d{1,9})?)\s*([a-z%]*)$/i;

/** Undefined: it is no number of that unit. */
function valueIn(amount: number, name: string, unit: AlertUnit): number | undefined {
  // `< 1` of a share would be everything that is not whole: who writes it means one, or one percent.
  if (name === "") return unit === "count" || amount === 0 || (unit === "share" && amount < 1) ? amount : undefined;
  const suffix = suffixes[name];
  if (suffix === undefined || suffix.unit !== unit) return undefined;
  return unit === "share" && amount > 100 ? undefined : amount * suffix.factor;
}

/** The same number as it should be written, where it can be one of that unit. */
function exampleOf(operator: string, text: string, unit: AlertUnit): string {
  const { suffix, few, many } = written[unit];
  const [, digits, name = ""] = number.exec(text.trim()) ?? [];
  const given = [name, suffix].find(
    (each) => digits !== undefined && valueIn(Number(digits), each, unit) !== undefined,
  );
  const isMeant = given !== undefined && (name === "" || given === name);
  return `${operator} ${isMeant ? `${digits}${given}` : operator.startsWith(">") ? many : few}`;
}
