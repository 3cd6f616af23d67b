import type { CaseRequest } from "../model.ts";
import { encodeTemplate } from "../request.ts";
import type { ChangeTable, EdgeRequest } from "./change.ts";
import { queryNames, steersPages } from "./query-names.ts";

/** What can be different about a query, by the name in the edge table. */
export const queryChanges: ChangeTable = {
  missing: ({ happy }) => ofFirst(happy, isAsked, () => []),
  "wrong-type": ({ happy }) => ofFirst(happy, isNumber, (name) => [[name, "newmanifest"]]),
  "empty-value": ({ happy }) => ofFirst(happy, isAny, (name) => [[name, ""]]),
  duplicate: ({ happy }) =>
    ofFirst(happy, isAny, (name, value) => [
      [name, value],
      [name, value],
    ]),
  bracket: ({ happy }) => ofFirst(happy, isAny, (name) => [[`${name}[$ne]`, "newmanifest"]]),
  "upper-case-name": ({ happy }) => ofFirst(happy, hasSmallLetters, (name, value) => [[name.toUpperCase(), value]]),
  unknown: ({ happy }) => ({ ...happy, query: [...happy.query, ["newmanifest_unknown", "1"]] }),
  "bad-encoding": ({ happy }) =>
    happy.query.length > 0
      ? asItStands(happy, isAny, "%zz")
      : { request: { ...happy, query: [["newmanifest", "%zz"]], isRawQuery: true } },
  plus: ({ happy }) => asItStands(happy, isAsked, "a+b"),
  sort: ({ happy }) => named(happy, queryNames.sort, "newmanifest_unknown'"),
  filter: ({ happy }) => named(happy, queryNames.filter, "newmanifest_unknown ~~ '"),
  redirect: ({ happy }) => named(happy, queryNames.redirect, "https://newmanifest.invalid/"),
  "size-zero": ({ happy }) => named(happy, queryNames.size, "0"),
  "size-negative": ({ happy }) => named(happy, queryNames.size, "-1"),
  "size-huge": ({ happy }) => named(happy, queryNames.size, "1000000"),
  "size-text": ({ happy }) => named(happy, queryNames.size, "newmanifest"),
  "beyond-end": ({ happy }) => named(happy, queryNames.page, "99999"),
  cursor: ({ happy }) => named(happy, queryNames.cursor, "newmanifest"),
};

type Which = (name: string, value: string) => boolean;

const isAny: Which = () => true;
const isAsked: Which = (name) => !steersPages(name);
const isNumber: Which = (name, value) => !queryNames.size.test(name) && /^-?\d+(\.\d+)?$/.test(value);
const hasSmallLetters: Which = (name) => /[a-z]/.test(name);

/** The request with something else in place of the first parameter of a kind. */
function ofFirst(
  happy: CaseRequest,
  which: Which,
  change: (name: string, value: string) => CaseRequest["query"],
): EdgeRequest | undefined {
  const index = happy.query.findIndex(([name, value]) => which(name, value));
  const [field, value] = happy.query[index] ?? [];
  if (field === undefined || value === undefined) return undefined;
  const query = happy.query.flatMap((entry, at) => (at === index ? change(field, value) : [entry]));
  return { field, request: { ...happy, query } };
}

function named(happy: CaseRequest, pattern: RegExp, value: string): EdgeRequest | undefined {
  return ofFirst(
    happy,
    (name) => pattern.test(name),
    (name) => [[name, value]],
  );
}

/** The others are encoded as ever; the value is sent as it stands. */
function asItStands(happy: CaseRequest, which: Which, value: string): EdgeRequest | undefined {
  const encoded = happy.query.map(([name, own]) => [encodeTemplate(name), encodeTemplate(own)] as const);
  const changed = ofFirst({ ...happy, query: encoded }, which, (name) => [[name, value]]);
  return changed && { ...changed, request: { ...changed.request, isRawQuery: true } };
}
