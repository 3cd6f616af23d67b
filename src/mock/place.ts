import type { Home, Operation } from "./api.ts";
import type { Exchange } from "./exchange.ts";
import { fillPath, type PathTemplate } from "./path-template.ts";
import type { Collection, Resource, State } from "./state.ts";
import { collectionAt } from "./store.ts";

/** A resource that a path parameter of a request picks. */
export interface Place {
  /** Which of the route's parameters. */
  readonly position: number;
  readonly home: Home;
  readonly id: string;
  /** Undefined where the request does not say which collection is meant. */
  readonly collection: Collection | undefined;
  readonly resource: Resource | undefined;
  readonly wasDeleted: boolean;
}

/** The resources that the path of a request names, outermost first. */
export function findPlaces(operation: Operation, values: ReadonlyArray<string>, state: State): ReadonlyArray<Place> {
  return operation.homes.flatMap((home, position): Place[] => {
    const id = values[position];
    if (!home || id === undefined) return [];
    const path = homePath(home, operation.template, values);
    const collection = path === undefined ? searchCollection(state, home, id) : collectionAt(state, home, path);
    return [
      {
        position,
        home,
        id,
        collection,
        resource: collection?.items.get(id),
        wasDeleted: collection?.deletedIds.has(id) ?? false,
      },
    ];
  });
}

/** The concrete path of a collection; its own parameters come from the request, by position below it, else by name. */
export function homePath(home: Home, template: PathTemplate, values: ReadonlyArray<string>): string | undefined {
  const isAbove = template.shape === home.shape || template.shape.startsWith(`${home.shape}/`);
  const filled = new Map<string, string>();
  for (const [position, name] of home.names.entries()) {
    const value = values[isAbove ? position : template.names.indexOf(name)];
    if (value !== undefined) filled.set(name, value);
  }
  return fillPath(home.path, filled);
}

/** `GET /items/{item}` of what `POST /carts/{cart}/items` made: the cart is not in the path, the id is enough. */
function searchCollection(state: State, home: Home, id: string): Collection | undefined {
  const alike = [...state.collections.values()].filter(({ shape }) => shape === home.shape);
  return alike.find(({ items }) => items.has(id)) ?? alike.find(({ deletedIds }) => deletedIds.has(id));
}

/** The collection that a create adds to. */
export function creationCollection({
  operation,
  values,
  state,
}: Pick<Exchange, "operation" | "values" | "state">): Collection | undefined {
  const { home, template } = operation;
  if (!home) return undefined;
  const byPosition = new Map(home.names.map((name, at) => [name, values[at] ?? "1"]));
  const path = homePath(home, template, values) ?? fillPath(home.path, byPosition);
  return path === undefined ? undefined : collectionAt(state, home, path);
}
