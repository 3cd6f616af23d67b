/** A question the authorities answer differently: the manifest's codes decide, else `policy`, else any of the family is accepted. */
export interface Policy {
  readonly question: string;
  readonly values: ReadonlyArray<string>;
  /** Whether this version of the generator asks it. */
  readonly isEffective: boolean;
}

export const policies = {
  validation: {
    question: "which code a well-formed but invalid body gets",
    values: ["400", "422"],
    isEffective: true,
  },
  malformed: {
    question: "which code a body that cannot be parsed gets",
    values: ["400", "422"],
    isEffective: true,
  },
  missingContentType: {
    question: "which code a body gets that does not say what it is",
    values: ["400", "415", "422"],
    isEffective: true,
  },
  unacceptableAccept: {
    question: "which code a client gets that accepts nothing of what there is",
    values: ["400", "406"],
    isEffective: true,
  },
  deleteMissing: {
    question: "which code a second DELETE gets",
    values: ["204", "404", "410"],
    isEffective: true,
  },
  duplicate: {
    question: "which code a second create of the same thing gets",
    values: ["200", "303", "409", "422"],
    isEffective: false,
  },
  otherUsersObject: {
    question: "which code another user's object gets",
    values: ["403", "404"],
    isEffective: false,
  },
  wrongMethod: {
    question: "which code a method gets that the resource does not have",
    values: ["404", "405", "501"],
    isEffective: true,
  },
  stale: {
    question: "which code a failed If-Match gets",
    values: ["409", "412"],
    isEffective: false,
  },
} as const satisfies Record<string, Policy>;

export type PolicyName = keyof typeof policies;
