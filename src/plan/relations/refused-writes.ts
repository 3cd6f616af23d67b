import type { RuleId } from "../../http/rules.ts";
import { jsonOf } from "../body-change.ts";
import type { EndpointFacts, Scope } from "../facts.ts";
import { controlRequest } from "../happy-cases.ts";
import type { Case } from "../model.ts";
import { seenVariable } from "../names.ts";
import { isOn, type Relation, relationCase, relationCheck } from "./relation-case.ts";
import { seenNote, writtenFields } from "./seen.ts";

/** Cases that must be refused, whatever else they expect. */
export function isRefused({ request, expected, also }: Case): boolean {
  const codes = [...expected.codes, ...also];
  return request !== undefined && codes.every((code) => code >= 300) && expected.classes.every((digit) => digit >= 3);
}

interface Segment {
  readonly rule: RuleId;
  readonly key: string;
  readonly about: string;
  readonly isOf: (one: Case) => boolean;
}

/** The first that is on and that a case belongs to has it. */
const segments: ReadonlyArray<Segment> = [
  {
    rule: "412-no-side-effect",
    key: "after 412",
    about: "the same after a condition did not hold",
    isOf: ({ expected }) => expected.codes.length > 0 && expected.codes.every((code) => code === 412),
  },
  {
    rule: "patch-atomic",
    key: "after refused patches",
    about: "the same after the refused patches",
    isOf: ({ request, expected }) =>
      request?.method === "PATCH" &&
      Object.keys(Object(jsonOf(request.body))).length > 1 &&
      expected.codes.length > 0 &&
      expected.codes.every((code) => code === 400 || code === 422),
  },
  {
    rule: "failed-write-no-effect",
    key: "after refused writes",
    about: "the same after the refused writes",
    isOf: () => true,
  },
];

/**
 * Refused writes, and after each kind of them a read that compares with the one before. They come before the first update
 * that is accepted, so that what they send is not there already.
 */
export function refusedWrites(refused: ReadonlyArray<Case>, reader: EndpointFacts, scope: Scope): ReadonlyArray<Case> {
  const { fields, at } = writtenFields(reader.itemOf, scope);
  const view = { seen: seenVariable(reader.endpoint.id), fields, at };
  let open = refused;
  return segments.flatMap(({ rule, key, about, isOf }) => {
    const own = isOn(rule, reader, scope) ? open.filter(isOf) : [];
    open = open.filter((one) => !own.includes(one));
    // What one kind of them has changed is not held against the next.
    const notes = open.length === 0 ? [] : seenNote(reader);
    return own.length === 0 ? [] : [...own, ...rereadCase(reader, own, { scope, rule, key, about, view, notes })];
  });
}

/** After the refused deletes, one read: that it is still there. */
export function stillThere(refused: ReadonlyArray<Case>, reader: EndpointFacts, scope: Scope): ReadonlyArray<Case> {
  const spoilers = refused.filter(isRefused);
  if (spoilers.length === 0) return [];
  const view = { seen: seenVariable(reader.endpoint.id), fields: [], at: [] };
  const about = "still there after the refused deletes";
  return rereadCase(reader, spoilers, {
    scope,
    rule: "failed-write-no-effect",
    key: "after refused deletes",
    about,
    view,
    notes: [],
  });
}

function rereadCase(
  reader: EndpointFacts,
  refused: ReadonlyArray<Case>,
  {
    scope,
    rule,
    key,
    about,
    view,
    notes,
  }: Pick<Segment, "rule" | "key" | "about"> & {
    readonly scope: Scope;
    readonly view: object;
    readonly notes: Relation["notes"];
  },
): ReadonlyArray<Case> {
  return relationCase(reader, controlRequest(reader, scope.manifest), {
    scope,
    about,
    key,
    checks: [relationCheck(rule, view)],
    spoiledBy: refused.map(({ id }) => id),
    ...(notes.length > 0 && { rest: { notes } }),
  });
}
