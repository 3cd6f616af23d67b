import { isObject } from "../manifest/json-object.ts";
import type { Change, Json, Manifest, RequestShape } from "../manifest/model.ts";

/** Where a variable stands as it is: neither Postman nor Newman encodes its value there. */
export type Place = "path" | "query" | "json";

export interface VariablePlace {
  readonly name: string;
  readonly place: Place;
}

/** That a value does not fit: it is empty, it breaks the text that it stands in, or has what divides a URL in it. */
export interface Misfit {
  readonly divider?: string;
}

/** Whether a value would change what is asked for in this place. */
export function misfit(value: string, place: Place): Misfit | undefined {
  if (place === "json") return isInsideOfJson(value) ? undefined : {};
  if (value === "") return place === "path" ? {} : undefined;
  const [divider] = (place === "path" ? /[/?#]/ : /[&#]/).exec(value) ?? [];
  return divider === undefined ? undefined : { divider };
}

function isInsideOfJson(value: string): boolean {
  try {
    return typeof JSON.parse(`"${value}"`) === "string";
  } catch {
    return false;
  }
}

/** Every place of the requests where a variable's own characters would change what is asked for. */
export function variablePlaces({ endpoints, flows, identities }: Manifest): ReadonlyArray<VariablePlace> {
  const steps = flows.flatMap((flow) =>
    flow.steps.map((step) => placesOf(step, [step.expectation.when], savedIn(flow))),
  );
  const own = endpoints.map((endpoint) => {
    const changes = endpoint.expect.map(({ when }) => when);
    return placesOf(endpoint, changes, Object.keys(endpoint.rows[0] ?? {}));
  });
  const keys = identities.flatMap(({ auth }) => (auth.kind === "apiKey" && auth.in === "query" ? [auth.value] : []));
  return [...own.flat(), ...steps.flat(), ...named(keys, "query")];
}

function savedIn({ steps }: Manifest["flows"][number]): ReadonlyArray<string> {
  return steps.flatMap(({ save }) => Object.keys(save));
}

/** `locals` have their values from elsewhere. */
function placesOf(
  { params, query, body }: RequestShape,
  changes: ReadonlyArray<Change | undefined>,
  locals: ReadonlyArray<string>,
): ReadonlyArray<VariablePlace> {
  const literals = params.flatMap(({ source }) => (source.kind === "literal" ? [source.value] : []));
  const found = [
    ...named(literals, "path"),
    ...named(textsIn(query), "query"),
    ...(body?.kind === "json" ? named(textsIn(body.value), "json") : []),
    ...changes.flatMap((change) => [
      ...named(textsIn(change?.path), "path"),
      ...named(textsIn(change?.query), "query"),
      ...named(textsIn(change?.body), "json"),
    ]),
  ];
  return found.filter(({ name }) => !locals.includes(name));
}

function textsIn(value: Json | undefined): ReadonlyArray<string> {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return value !== undefined && isObject(value)
    ? Object.entries(value).flatMap(([key, part]) => [key, ...textsIn(part)])
    : [];
}

function named(texts: ReadonlyArray<string>, place: Place): ReadonlyArray<VariablePlace> {
  const names = texts.flatMap((text) => [...text.matchAll(/\{\{([^{}]+)\}\}/g)].map(([, name = ""]) => name));
  return names.map((name) => ({ name, place }));
}
