/** A piece of a script, and the condition under which it stands; empty: always. */
export interface Guarded {
  readonly condition: string;
  readonly text: string;
}

/** Lines of a script: what stands always comes first, then one `if` for each condition, in the order of their first. */
export function guardLines(statements: ReadonlyArray<Guarded>): ReadonlyArray<string> {
  const blocks = new Map<string, string[]>([["", []]]);
  for (const { condition, text } of statements) {
    const lines = blocks.get(condition) ?? [];
    lines.push(...text.split("\n"));
    blocks.set(condition, lines);
  }
  return [...blocks].flatMap(([condition, lines]) =>
    condition === "" ? lines : [`if (${condition}) {`, ...lines.map((line) => `  ${line}`), "}"],
  );
}
