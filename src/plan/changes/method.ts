import { jsonBody } from "../body-change.ts";
import type { CaseRequest } from "../model.ts";
import type { ChangeScope } from "./change.ts";
import { dropHeader, setHeader } from "./headers.ts";

/** Methods that are sent without a body. */
const bodiless: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "NEWMANIFEST"]);

/** The happy request with another method: the given one, or the least harmful one that the path does not declare. */
export function withMethod({ happy, facts }: ChangeScope, given?: string): CaseRequest {
  const method = given ?? facts.undeclaredMethods[0] ?? "PATCH";
  if (bodiless.has(method)) return withoutBody(happy, method);
  const request = setHeader({ ...happy, method }, "Content-Type", "application/json");
  return { ...request, body: jsonBody({}) };
}

/** TRACE sends back what it is sent: no secrets then (RFC 9110, 9.3.8). */
function withoutBody(happy: CaseRequest, method: string): CaseRequest {
  const { body, ...rest } = happy;
  const request = body === undefined ? rest : dropHeader(rest, "Content-Type");
  return method === "TRACE" ? { ...request, method, auth: null } : { ...request, method };
}
