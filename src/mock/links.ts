import type { Json, JsonPath } from "../manifest/model.ts";
import type { StepUse, Use } from "./api.ts";
import { readPath } from "./json-path.ts";
import { happyOutcome, outcomeOf } from "./outcome.ts";
import { collectionPathOf, parsePathTemplate } from "./path-template.ts";

/** A path parameter that takes its value from another request's answer. */
export interface Link {
  readonly use: Use;
  /** Which of the route's parameters. */
  readonly position: number;
  readonly creator: Use;
  /** Where the answer holds the value, when the manifest says so. */
  readonly path?: JsonPath;
}

/** Every path parameter that another request supplies. */
export function findLinks(uses: ReadonlyArray<Use>): ReadonlyArray<Link> {
  return uses.flatMap((use) =>
    use.sources.flatMap((source, position): Link[] => {
      if (source?.kind === "created") return createdLink(uses, use, position);
      if (source?.kind === "saved" && use.kind === "step") return savedLink(uses, use, position);
      return [];
    }),
  );
}

function createdLink(uses: ReadonlyArray<Use>, use: Use, position: number): Link[] {
  const source = use.sources[position];
  if (source?.kind !== "created") return [];
  const creator = uses.find(({ kind, request }) => kind === "endpoint" && request.id === source.by);
  if (creator?.kind !== "endpoint") return [];
  const { capture } = creator.request;
  const captures = Object.values(capture);
  const named = capture[use.template.names[position] ?? ""] ?? (captures.length === 1 ? captures[0] : undefined);
  const path = source.get ?? named;
  return [path ? { use, position, creator, path } : { use, position, creator }];
}

function savedLink(uses: ReadonlyArray<Use>, use: StepUse, position: number): Link[] {
  const source = use.sources[position];
  if (source?.kind !== "saved") return [];
  const earlier = uses.filter(
    (other): other is StepUse => other.kind === "step" && other.flow === use.flow && other.stepIndex < use.stepIndex,
  );
  const creator = earlier.findLast(({ request }) => Object.hasOwn(request.save, source.name));
  const path = creator?.request.save[source.name];
  return creator && path ? [{ use, position, creator, path }] : [];
}

/** Only a POST makes a new resource under an id of the server's choice. */
export function isCreateLink(link: Link): boolean {
  return link.creator.request.method === "POST";
}

/** By key of each request that creates: the path template of the collection it creates in. */
export function findCreated(uses: ReadonlyArray<Use>, links: ReadonlyArray<Link>): ReadonlyMap<string, string> {
  const created = new Map<string, string>();
  for (const use of uses) {
    if (use.request.method !== "POST" || created.has(use.key)) continue;
    const own = links.filter(({ creator }) => creator.key === use.key);
    if (own.length > 0 || happyCode(use) === 201) created.set(use.key, createdPath(use, own));
  }
  return created;
}

/** `/books` for `POST /books`; `/orders` where `POST /carts/{cart}/checkout` is what `GET /orders/{id}` takes its id from. */
function createdPath(use: Use, links: ReadonlyArray<Link>): string {
  const reads = links.filter((link) => link.use.request.method === "GET");
  const paths = [...reads, ...links].map((link) => collectionPathOf(link.use.template, link.position));
  const below = paths.find((path) => parsePathTemplate(path).shape === use.template.shape);
  return below ?? paths[0] ?? use.template.text;
}

/** The code of the valid request. */
export function happyCode(use: Use): number {
  return happyOf(use).code;
}

/** The body that the manifest shows for the valid request. */
export function happyBody(use: Use): Json | undefined {
  return happyOf(use).response.body;
}

function happyOf(use: Use) {
  const { method } = use.request;
  return use.kind === "step" ? outcomeOf(use.request.expectation, method) : happyOutcome(use.request.expect, method);
}

/** What a request that creates nothing hands to another: what its example shows, else the first id there is. */
export function suppliedValue(link: Link): Json {
  return readPath(happyBody(link.creator), link.path ?? ["id"]) ?? "1";
}
