import { isStatusRule } from "../http/status-rule.ts";
import type { Case } from "../plan/model.ts";
import { describePattern } from "../plan/pattern.ts";

const origins = {
  declared: "declared in the manifest",
  implied: "owed by every API of this profile",
  support: "needed by the other cases",
} as const;

/** What is provoked, why the code is right, where that is written, and the manifest line. Markdown, as Postman shows it. */
export function describeCase(one: Case, place: string): string {
  const { why, source, edge } = one;
  return [
    `${expectation(one)}: ${why}.`,
    "",
    `- source: ${source}`,
    `- ${originOf(one)}: \`${place}\``,
    ...(edge ? [`- edge: \`${edge}\``] : []),
    `- case: \`${one.id}\``,
  ].join("\n");
}

function originOf({ origin, before }: Case): string {
  return before?.kind === "follow" ? "follows from an answer declared in the manifest" : origins[origin];
}

/** What is sent for an earlier response's sake has no code of its own to give. */
function expectation({ expected, checks }: Case): string {
  const isCode = checks.length === 0 || checks.some(({ rule }) => isStatusRule(rule));
  const [, lead] = checks;
  return isCode || lead === undefined ? `Expects **${describePattern(expected)}**` : `Expects that ${lead.title}`;
}
