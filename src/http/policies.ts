/** A question the authorities answer differently: the manifest's codes decide, else `policy`, else any of the family is accepted. */
export interface Policy {
  readonly question: string;
  readonly values: ReadonlyArray<string>;
}

export const policies = {
  validation: {
    question: "which code a well-formed but invalid body gets",
    values: ["400", "422"],
  },
  malformed: {
    question: "which code a body that cannot be parsed gets",
    values: ["400", "422"],
  },
  missingContentType: {
    question: "which code a body gets that does not say what it is",
    values: ["400", "415", "422"],
  },
  unacceptableAccept: {
    question: "which code a client gets that accepts nothing of what there is",
    values: ["400", "406"],
  },
  deleteMissing: {
    question: "which code a second DELETE gets",
    values: ["204", "404", "410"],
  },
  duplicate: {
    question: "which code a second create of the same thing gets",
    values: ["200", "303", "409", "422"],
  },
  otherUsersObject: {
    question: "which code another user's object gets",
    values: ["403", "404"],
  },
  wrongMethod: {
    question: "which code a method gets that the resource does not have",
    values: ["404", "405", "501"],
  },
  stale: {
    question: "which code a failed If-Match gets",
    values: ["409", "412"],
  },
  unknownQueryParam: {
    question: "what a query parameter gets that nobody knows",
    values: ["2xx", "400", "422"],
  },
  pageSizeTooBig: {
    question: "what a page gets that is larger than there may be",
    values: ["2xx", "400", "422"],
  },
  pageSizeNegative: {
    question: "what a page gets that is smaller than nothing",
    values: ["2xx", "400", "422"],
  },
  trailingSlash: {
    question: "what a path gets with a slash too many at its end",
    values: ["2xx", "301", "307", "308", "404"],
  },
} as const satisfies Record<string, Policy>;

export type PolicyName = keyof typeof policies;
