import type { EndpointFacts, Scope } from "../facts.ts";
import { controlRequest, happyCases } from "../happy-cases.ts";
import type { Case } from "../model.ts";
import { seenVariable } from "../names.ts";
import { isSuccess } from "../pattern.ts";
import { growthOf } from "./list.ts";
import { isRefused } from "./refused-writes.ts";
import { relationCase, relationCheck } from "./relation-case.ts";
import { isSharedList } from "./shared.ts";

/** The negatives of a creator. */
export interface Creates {
  /** Those that are sent right after the first reads. */
  readonly early: ReadonlyArray<Case>;
  /** Those that can wait. */
  readonly late: ReadonlyArray<Case>;
}

/**
 * Refused creates, and after them a read of the list: it has no more entries than it had. They come right after the list's own
 * read, since an update, or something below an item, may bring an entry into the list as well.
 */
export function refusedCreates(creator: EndpointFacts, { early, late }: Creates, scope: Scope): Creates {
  const list = scope.facts.get(`GET ${creator.endpoint.path}`);
  const refused = [...early, ...late].filter(isRefused);
  if (list?.happy === undefined || !isSuccess(list.happy.codes) || refused.length === 0) return { early, late };
  const isRead = happyCases(list, scope)[0]?.request !== undefined;
  if (!isRead || isSharedList(list, scope)) return { early, late };
  const grown = growthOf(creator, scope) ?? { before: null, most: 0 };
  const reread = relationCase(list, controlRequest(list, scope.manifest), {
    scope,
    about: "with nothing more than before the refused creates",
    key: "after refused creates",
    checks: [relationCheck("failed-create-adds-nothing", { seen: seenVariable(list.endpoint.id), ...grown })],
    spoiledBy: refused.map(({ id }) => id),
  });
  if (reread.length === 0) return { early, late };
  const others = (cases: ReadonlyArray<Case>) => cases.filter((one) => !refused.includes(one));
  return { early: [...refused, ...reread, ...others(early)], late: others(late) };
}
