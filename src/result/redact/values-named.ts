/** The values of the variables with one of these names, whatever the case of its letters. */
export function valuesNamed(
  names: ReadonlyArray<string>,
  variables: ReadonlyArray<readonly [name: string, value: string]>,
): ReadonlyArray<string> {
  const asked = new Set(names.map((name) => name.toLowerCase()));
  return variables.flatMap(([name, value]) => (asked.has(name.toLowerCase()) && value !== "" ? [value] : []));
}
