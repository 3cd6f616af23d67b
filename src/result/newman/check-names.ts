import { rules } from "../../http/rules.ts";
import type { CheckRun } from "../model.ts";

type CheckName = Pick<CheckRun, "id" | "rule">;

/** Rules that no other one shares its title with. */
const byTitle = new Map<string, string | undefined>();
for (const [id, { title }] of Object.entries(rules)) byTitle.set(title, byTitle.has(title) ? undefined : id);

/** What its test is called that shows that the collection's own script ran to its end. */
const everyResponse = "the rules of every response were checked";

/** A check of a test of the user's own. */
export function userCheck(title: string): CheckName {
  return { id: `tests ${title}` };
}

/** The rule that a generated test is of, where its name tells; it may be named after what the manifest declares. */
export function generatedCheck(title: string): CheckName {
  if (title === everyResponse) return { id: "every-response" };
  const rule = /^status is [1-5]/.test(title) ? "status-expected" : byTitle.get(title);
  return rule === undefined ? userCheck(title) : { id: rule, rule };
}
