import { z } from "zod";

const text = z.string({ error: "text" });
const deviation = { case: text, rule: text, reason: text, expires: text };

/** An entry whose texts are texts, whatever else it has. */
export const deviationSchema = z.object(deviation);

/** A file of known deviations: its form. What it means is checked by parse-baseline.ts. */
export const baselineSchema = z.strictObject(
  {
    format: z.literal("newmanifest-baseline"),
    version: z.literal(1),
    known: z.array(z.strictObject(deviation, { error: expected }), {
      error: "a list of known deviations",
    }),
  },
  { error: expected },
);

/** What an entry consists of, in the order in which it is written. */
export const deviationKeys = ["case", "rule", "reason", "expires"] as const;

function expected({ code }: { readonly code: string }): string {
  return code === "unrecognized_keys" ? "unknown" : `a map with ${deviationKeys.join(", ")}`;
}
