import { isRecord } from "../json.ts";

/** Whether a JSON value is meant as a report of Newman's own JSON reporter, which the Postman CLI writes as well. */
export function isNewmanReport(json: unknown): boolean {
  if (!isRecord(json) || !isRecord(json.collection) || !isRecord(json.run)) return false;
  return Array.isArray(json.run.executions) || isRecord(json.run.stats);
}
