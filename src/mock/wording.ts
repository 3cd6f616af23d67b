import { statuses } from "../http/statuses.ts";

/**
 * What a client is told where the manifest names the reason. Of what goes wrong inside, and of why somebody is not let in, it
 * is told no more than the code says: whoever tries out addresses learns nothing, and no machine room is shown.
 */
export function publicMessage(code: number, reason?: string): string {
  const meaning = statuses.get(code)?.meaning ?? "it cannot be done";
  if (reason === undefined || code === 401 || code >= 500) return meaning;
  return reason.replace(/^(?:when|if) /i, "");
}
