import { folderId } from "../collection/build.ts";
import type { CollectionFile } from "../collection/format.ts";
import { itemId } from "../collection/ids.ts";
import { indexFolders, pickItems } from "../collection/part.ts";
import type { Case, Group, Plan } from "../plan/model.ts";
import type { AlertText, Place } from "../result/model.ts";
import type { Setting } from "./lane/batch.ts";
import type { Mask } from "./mask.ts";

/** What is run: a plan, what a part of it is for Newman, and what it runs with. */
export interface Suite {
  readonly plan: Plan;
  /** Name of its environment. Absent: that of the run. */
  readonly environment?: string;
  /** Where it runs in shards: how many cases they have together, clean-ups aside. */
  readonly planned?: number;
  /** What its metrics must be. */
  readonly alerts?: ReadonlyArray<AlertText>;
  /** Only some of its cases are asked for, and the rest is no other shard's. */
  readonly isPartial?: boolean;
  readonly setting: Setting;
  /** Where the suite sends its requests; empty: nobody knows before it is run. */
  readonly baseUrl: string;
  /** How often a job is run again where the server was not heard; absent: as often as the run says. */
  readonly retries?: number;
  /** Takes the setting's secrets out of whatever is kept. */
  readonly mask: Mask;
  /** Where a case stands in the manifest. */
  readonly placeOf: (one: Case) => Place;
  /** A Postman collection of these groups, which may have lost some of their cases. */
  readonly collectionOf: (parts: ReadonlyArray<Group>) => object;
  /** The key under which Newman tells of the case. */
  readonly keyOf: (one: Case) => string;
}

/** How a plan that was built as a whole gives its parts. */
export function partsOfCollection(plan: Plan, collection: CollectionFile): Suite["collectionOf"] {
  const folders = indexFolders(collection);
  return (parts) => ({
    ...collection,
    item: parts.map((group) => {
      const folder = folders.get(folderId(plan, group));
      if (folder === undefined) throw new Error(`no folder of ${group.name}`);
      return pickItems(folder, new Set(group.cases.map(({ id }) => itemId(plan.suite, id))));
    }),
  });
}
