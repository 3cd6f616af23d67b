import { firstContact } from "./contact.ts";
import type { ObservedError } from "./execution.ts";
import type { Suite } from "./suite.ts";

/** Whether anything listens where the suites are about to send everything; what is wrong with the first where nothing does. */
export async function contactAll(suites: ReadonlyArray<Suite>): Promise<ObservedError | undefined> {
  for (const { setting, mask, baseUrl } of suites) {
    const { timeoutRequestMs, transport } = setting;
    const error = await firstContact(baseUrl, {
      timeoutMs: timeoutRequestMs,
      hasProxy: transport.hasProxy ?? false,
    });
    if (error !== undefined) return { ...error, message: mask.text(error.message) };
  }
  return undefined;
}
