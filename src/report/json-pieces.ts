/**
 * The value as JSON, laid out like `JSON.stringify(value, null, 2)`, in pieces: what is iterable and no array is written as one, an
 * element at a time, so that a list need not fit the memory. What is undefined is left out of objects.
 */
export function* jsonPieces(value: unknown, indent = ""): Generator<string> {
  if (Array.isArray(value) || !isObject(value)) {
    yield JSON.stringify(value, null, 2).replaceAll("\n", `\n${indent}`);
    return;
  }
  const inner = `${indent}  `;
  let isEmpty = true;
  const isList = isIterable(value);
  for (const [head, each] of isList ? elementsOf(value) : membersOf(value)) {
    yield `${isEmpty ? (isList ? "[" : "{") : ","}\n${inner}${head}`;
    yield* jsonPieces(each, inner);
    isEmpty = false;
  }
  if (isEmpty) yield isList ? "[]" : "{}";
  else yield `\n${indent}${isList ? "]" : "}"}`;
}

function* elementsOf(list: Iterable<unknown>): Generator<readonly [head: string, value: unknown]> {
  for (const each of list) yield ["", each];
}

function* membersOf(value: object): Generator<readonly [head: string, value: unknown]> {
  for (const [key, each] of Object.entries(value)) if (each !== undefined) yield [`${JSON.stringify(key)}: `, each];
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isIterable(value: object): value is Iterable<unknown> {
  return Symbol.iterator in value;
}
