/** `no-response` is none of HTTP's classes, and `other` is for codes that have none: 600 and above. */
export const statusClasses = ["1xx", "2xx", "3xx", "4xx", "5xx", "other", "no-response"] as const;

export type StatusClass = (typeof statusClasses)[number];

/** The class of a code. */
export function classOf(code: number): StatusClass {
  return statusClasses.find((name) => name === `${Math.floor(code / 100)}xx`) ?? "other";
}
