import type { Json } from "../manifest/model.ts";

const pending = /^(?:accepted|created|in.?progress|new|pending|processing|queued|running|scheduled|started|waiting)$/i;

/** Whether a word says that a job has not come to its end. */
export function isPendingWord(word: Json | undefined): boolean {
  return typeof word === "string" && pending.test(word);
}
