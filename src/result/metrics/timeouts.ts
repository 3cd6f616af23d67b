import type { Sample } from "./sample.ts";
import { type Share, shareOf } from "./share.ts";

/** `met-timeouts`: of all requests, with or without an answer. */
export function timeouts({ replies, unanswered }: Sample): Share | null {
  const late = unanswered.filter(
    ({ attempt: { error } }) => error?.rule === "wire-timeout" || error?.code === "ESOCKETTIMEDOUT",
  );
  return shareOf(late.length, replies.length + unanswered.length);
}
