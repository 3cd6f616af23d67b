/** Gives equal values the same place in memory, as long as it knows no more than `most` of them. */
export function createPool<T>(keyOf: (value: T) => string, most: number): (value: T) => T {
  const known = new Map<string, T>();
  return (value) => {
    const key = keyOf(value);
    const first = known.get(key);
    if (first !== undefined) return first;
    if (known.size < most) known.set(key, value);
    return value;
  };
}
