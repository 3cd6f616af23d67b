import type { CaseRequest } from "../model.ts";
import type { ChangeTable } from "./change.ts";
import { dropHeader, setHeader } from "./headers.ts";

/** What a browser may say of the page that calls, by the name in the edge table. */
export const corsChanges: ChangeTable = {
  preflight: ({ happy }) => preflight(happy, originOf(happy), happy.method),
  "preflight-evil": ({ happy }) => preflight(happy, "https://evil.example", happy.method),
  "preflight-method": ({ happy }) => preflight(happy, originOf(happy), "NEWMANIFEST"),
  suffix: ({ happy }) => setHeader(happy, "Origin", `${originOf(happy)}.evil.example`),
};

function originOf({ headers }: CaseRequest): string {
  return headers.find(([name]) => name.toLowerCase() === "origin")?.[1] ?? "https://evil.example";
}

/** A browser asks without credentials, and names the headers that a page may not send unasked. */
function preflight({ body: _, ...happy }: CaseRequest, origin: string, method: string): CaseRequest {
  const request = dropHeader({ ...happy, method: "OPTIONS", auth: null }, "Content-Type");
  const asked = setHeader(setHeader(request, "Origin", origin), "Access-Control-Request-Method", method);
  return setHeader(asked, "Access-Control-Request-Headers", "authorization, content-type");
}
