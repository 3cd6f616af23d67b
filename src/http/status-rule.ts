/** Whether a rule is the one that judges the status code of its case. */
export function isStatusRule(rule: string | undefined): boolean {
  return rule === "status-expected" || rule === "status-not-5xx";
}
