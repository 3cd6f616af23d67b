import type { Case } from "../plan/model.ts";
import { describePattern } from "../plan/pattern.ts";

const origins = {
  declared: "declared in the manifest",
  implied: "owed by every API of this profile",
  support: "needed by the other cases",
} as const;

/** What is provoked, why the code is right, where that is written, and the manifest line. Markdown, as Postman shows it. */
export function describeCase(one: Case, place: string): string {
  const { expected, why, source, origin, edge } = one;
  return [
    `Expects **${describePattern(expected)}**: ${why}.`,
    "",
    `- source: ${source}`,
    `- ${origins[origin]}: \`${place}\``,
    ...(edge ? [`- recipe: \`${edge}\``] : []),
    `- case: \`${one.id}\``,
  ].join("\n");
}
