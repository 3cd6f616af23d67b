import { largest, saidAt, smallest, type Way } from "./way.ts";

/** The range of a number; where a limit is excluded or the step is known, that too. */
export interface Range {
  readonly least?: number;
  readonly most?: number;
  /** The limits are not in the range. */
  readonly isAbove: boolean;
  readonly isBelow: boolean;
  readonly step?: number;
}

/** The limits of a number, in the words of draft-04 (OpenAPI 3.0) or later. */
export function rangeOf(way: Way): Range {
  const [minimum, above] = [largest(way, "minimum"), largest(way, "exclusiveMinimum")];
  const [maximum, below] = [smallest(way, "maximum"), smallest(way, "exclusiveMaximum")];
  const isAbove = above !== undefined && (minimum === undefined || above >= minimum);
  const isBelow = below !== undefined && (maximum === undefined || below <= maximum);
  const [least, most] = [isAbove ? above : minimum, isBelow ? below : maximum];
  const step = largest(way, "multipleOf");
  return {
    isAbove: isAbove || saidAt(way, "exclusiveMinimum").includes(true),
    isBelow: isBelow || saidAt(way, "exclusiveMaximum").includes(true),
    ...(least !== undefined && { least }),
    ...(most !== undefined && { most }),
    ...(step !== undefined && step > 0 && { step }),
  };
}

/** Numbers that may be in the range: who takes one tries whether it is. */
export function* numbersIn(range: Range, isInteger: boolean): Generator<number> {
  const { least, most, step = isInteger ? 1 : undefined } = range;
  const unit = step ?? 1;
  yield* [1, 2, 3];
  yield* [1, 2, 3].map((count) => multiple(count, unit));
  if (least !== undefined) {
    yield* isInteger ? [Math.ceil(least)] : [least];
    for (let count = 0; count < 40; count += 1) yield multiple(Math.ceil(least / unit) + count, unit);
  }
  if (least !== undefined && most !== undefined) yield* [0.5, 0.25, 0.75].map((part) => least + (most - least) * part);
  if (most !== undefined) {
    yield* isInteger ? [Math.floor(most)] : [most];
    for (let count = 0; count < 40; count += 1) yield multiple(Math.floor(most / unit) - count, unit);
  }
  yield* [0, -1, 0.5, 1.5];
  for (let count = 4; count < 300; count += 1) yield multiple(count, unit);
}

/** 3 x 0.1 is 0.3, and not what floating point makes of it. */
export function multiple(count: number, step: number): number {
  return Number((count * step).toPrecision(15));
}
