/** Texts that many cases have in common, each written once; a case has their numbers. */
export interface Strings {
  readonly numberOf: (text: string) => number;
  readonly all: () => Iterable<string>;
}

export function createStrings(): Strings {
  const numbers = new Map<string, number>();
  return {
    numberOf: (text) => {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, numbers.size);
      return numbers.size - 1;
    },
    all: () => numbers.keys(),
  };
}
