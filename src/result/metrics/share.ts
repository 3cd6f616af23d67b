/** A part of a whole, with the counts it comes from. */
export interface Share {
  readonly count: number;
  readonly of: number;
  /** 0 to 1. */
  readonly share: number;
}

/** `count` of `of`; null where there is nothing to share. */
export function shareOf(count: number, of: number): Share | null {
  return of === 0 ? null : { count, of, share: count / of };
}
