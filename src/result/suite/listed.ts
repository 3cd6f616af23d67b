const most = 5;

/** `a, b, c and 4 more`: every name once, and no more of them than can be read. */
export function listed(names: ReadonlyArray<string>): string {
  const all = [...new Set(names)];
  const shown = all.slice(0, most).join(", ");
  return all.length > most ? `${shown} and ${all.length - most} more` : shown;
}
