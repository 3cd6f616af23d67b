import type { ObservedError } from "./execution.ts";

/** An error with its code; only those of the transport carry one. */
export function observedError(error: unknown): ObservedError {
  if (typeof error !== "object" || error === null) return { code: "ERROR", message: String(error) };
  const code = "code" in error && typeof error.code === "string" ? error.code : "ERROR";
  return { code, message: "message" in error ? String(error.message) : String(error) };
}
