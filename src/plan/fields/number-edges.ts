import { multiple, rangeOf } from "../../manifest/example/numbers.ts";
import type { Json } from "../../manifest/model.ts";
import type { Field } from "./field.ts";
import type { FieldEdge } from "./field-edge.ts";
import { eachField, eachSent, isOf } from "./field-edge.ts";
import { isPlain } from "./words.ts";

/** Numbers at and beyond their limits. */
export const numberEdges: Readonly<Record<string, FieldEdge>> = {
  "ec-field-below-min": {
    kind: "forbidden",
    breaks: ["minimum", "exclusiveMinimum"],
    variations: eachField((field) => some(beyond(field, -1))),
  },
  "ec-field-above-max": {
    kind: "forbidden",
    breaks: ["maximum", "exclusiveMaximum"],
    variations: eachField((field) => some(beyond(field, 1))),
  },
  "ec-field-not-multiple": {
    kind: "forbidden",
    breaks: ["multipleOf"],
    variations: eachField((field) => some(betweenSteps(field))),
  },
  "ec-field-at-min": {
    kind: "right",
    variations: eachField((field, set) => (isPlain(field, set) ? some(nearest(field, -1)) : [])),
  },
  "ec-field-at-max": {
    kind: "right",
    variations: eachField((field, set) => (isPlain(field, set) ? some(nearest(field, 1)) : [])),
  },
  "ec-field-negative-zero": {
    kind: "open",
    variations: eachSent((_, value) => (typeof value === "number" ? [-1, 0, -0] : []), { isShown: true }),
  },
};

function some(values: ReadonlyArray<Json>): ReadonlyArray<ReadonlyArray<Json>> {
  return values.length === 0 ? [] : [values];
}

/** The first numbers below the least (-1) or above the most (1). */
function beyond(field: Field, side: -1 | 1): ReadonlyArray<number> {
  const { least, most, isAbove, isBelow, step = 1 } = rangeOf(field.way);
  const limit = side < 0 ? least : most;
  if (limit === undefined) return [];
  const isExcluded = side < 0 ? isAbove : isBelow;
  const round = side < 0 ? Math.floor : Math.ceil;
  const whole = isOf(field, "integer") ? round(limit) : limit;
  const steps = [0, 1, 2].map((count) => multiple(round(limit / step) + side * count, step));
  return [...(isExcluded ? [whole] : []), ...steps.filter((value) => value !== limit), whole + side, limit + side];
}

/** The least (-1) or the most (1) that is allowed, where there is a last one. */
function nearest(field: Field, side: -1 | 1): ReadonlyArray<number> {
  const { least, most, isAbove, isBelow, step } = rangeOf(field.way);
  const limit = side < 0 ? least : most;
  const unit = step ?? (isOf(field, "integer") ? 1 : undefined);
  if (limit === undefined) return [];
  if (unit === undefined) return (side < 0 ? isAbove : isBelow) ? [] : [limit];
  const round = side < 0 ? Math.ceil : Math.floor;
  return [0, 1].map((count) => multiple(round(limit / unit) - side * count, unit));
}

function betweenSteps(field: Field): ReadonlyArray<number> {
  const { step, least = 0 } = rangeOf(field.way);
  if (step === undefined) return [];
  const start = Math.ceil(least / step) * step;
  return isOf(field, "integer") ? [start + 1] : [start + step / 2, start + step / 4];
}
