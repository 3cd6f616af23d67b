import type { CaseRequest } from "../model.ts";
import type { ChangeScope } from "./change.ts";
import { setHeader } from "./headers.ts";

const bodiless: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS", "TRACE"]);

/** The happy request with another method: the given one, or the least harmful one that the path does not declare. */
export function withMethod({ happy, facts }: ChangeScope, given?: string): CaseRequest {
  const method = given ?? facts.undeclaredMethods[0] ?? "PATCH";
  if (bodiless.has(method)) {
    const { body: _, ...rest } = happy;
    return { ...rest, method };
  }
  const request = setHeader({ ...happy, method }, "Content-Type", "application/json");
  return { ...request, body: { kind: "text", text: "{}", isJson: true } };
}
