import type { EndpointFacts, Scope } from "../facts.ts";
import { controlRequest, happyId } from "../happy-cases.ts";
import type { Case } from "../model.ts";
import { seenVariable, sentVariable } from "../names.ts";
import { relationCase, relationCheck, withChecks, withNotes } from "./relation-case.ts";
import { seenNote, writtenFields } from "./seen.ts";

interface UpdateContext {
  readonly update: EndpointFacts;
  readonly reader: EndpointFacts;
  readonly scope: Scope;
}

/** The read-back of an update: its ETag is another one, a PATCH left the rest alone, and the same PUT once more changes nothing. */
export function updateRelations(
  readBack: ReadonlyArray<Case>,
  { update, reader, scope }: UpdateContext,
): ReadonlyArray<Case> {
  if (readBack.length === 0) return [];
  const view = { seen: seenVariable(reader.endpoint.id), ...writtenFields(reader.itemOf, scope) };
  const isPatch = update.endpoint.method === "PATCH";
  const rest = { ...view, sent: sentVariable(update.endpoint.id) };
  const checks = [
    relationCheck("etag-changes-when-body-changes", view),
    ...(isPatch ? [relationCheck("patch-keeps-the-rest", rest)] : []),
  ];
  const compared = readBack.map((one) => withChecks(one, checks, { facts: reader, scope }));
  return [...withNotes(compared, seenNote(reader)), ...secondPut({ update, reader, scope }, view)];
}

function secondPut({ update, reader, scope }: UpdateContext, view: object): ReadonlyArray<Case> {
  const { endpoint } = update;
  if (endpoint.method !== "PUT") return [];
  const body = { kind: "text", text: `{{${sentVariable(endpoint.id)}}}`, isJson: true } as const;
  const again = relationCase(
    update,
    { ...controlRequest(update, scope.manifest), body },
    { scope, about: "a second time", key: "again", checks: [relationCheck("put-idempotent", { seen: null })] },
  );
  if (again.length === 0) return [];
  const id = happyId(update);
  const reread = relationCase(reader, controlRequest(reader, scope.manifest), {
    scope,
    about: "the same after PUT a second time",
    key: `after ${endpoint.id} again`,
    checks: [relationCheck("put-idempotent", view)],
    ...(id !== undefined && { needs: [id] }),
  });
  return [...again, ...reread];
}
