import type { Use } from "./api.ts";
import { happyCode, isCreateLink, type Link, suppliedValue } from "./links.ts";
import { isSuccess } from "./outcome.ts";
import { collectionPathOf, parsePathTemplate } from "./path-template.ts";
import { substituteText } from "./variables.ts";

/** A path parameter that picks an item of a collection. */
export interface Pick {
  readonly use: Use;
  /** Which of the route's parameters. */
  readonly position: number;
  /** Path template of the collection, and its shape. */
  readonly path: string;
  readonly shape: string;
  /** Ids that have to exist so that it can pick them. */
  readonly seeds: ReadonlyArray<string>;
}

/** Every path parameter with the collection that it picks from: where its value is created, else the path in front of it. */
export function listPicks(
  uses: ReadonlyArray<Use>,
  links: ReadonlyArray<Link>,
  created: ReadonlyMap<string, string>,
): ReadonlyArray<Pick> {
  const linksOf = new Map<Use, Link[]>();
  for (const link of links) linksOf.set(link.use, [...(linksOf.get(link.use) ?? []), link]);
  return uses.flatMap((use) =>
    use.sources.flatMap((source, position): Pick[] => {
      if (!source) return [];
      const link = linksOf.get(use)?.find((candidate) => candidate.position === position);
      const path = (link && created.get(link.creator.key)) ?? collectionPathOf(use.template, position);
      const seeds = source.kind === "literal" ? writtenIds(use, position, source.value) : suppliedIds(link);
      return [{ use, position, path, shape: parsePathTemplate(path).shape, seeds }];
    }),
  );
}

/** Ids that the manifest writes out: they exist from the start, unless a step only says that they do not. */
function writtenIds(use: Use, position: number, value: string): ReadonlyArray<string> {
  if (use.kind === "step") return happyCode(use) < 400 ? [value] : [];
  const { rows, expect } = use.request;
  const name = use.template.names[position] ?? "";
  // `200: { when: { path: { id: 43 } } }` says that 43 exists as well.
  const others = expect.flatMap(({ codes, when }) => {
    const other = when?.path[name];
    return other !== undefined && codes.codes.some(isSuccess) ? [other] : [];
  });
  return [...(rows.length > 0 ? rows : [{}]).map((row) => substituteText(value, row)), ...others];
}

/** What a request that creates nothing hands over must be there already. */
function suppliedIds(link: Link | undefined): ReadonlyArray<string> {
  return link && !isCreateLink(link) ? [String(suppliedValue(link))] : [];
}
