import type { CaseBody, CaseRequest } from "../model.ts";
import { exampleFields } from "../needs.ts";
import type { ChangeTable } from "./change.ts";
import { dropHeader, setHeader } from "./headers.ts";

/** What can be wrong with a body as a whole, by the name in the edge table. */
export const bodyChanges: ChangeTable = {
  // Cut off after the colon. No comment signs: Newman strips comments from JSON bodies.
  truncated: ({ happy }) => withText(happy, `{ "${safeName(exampleFields(happy.body)[0]?.[0])}": `),
};

/** This text in place of the body, sent as what the body was, or as the given type. */
export function withText(happy: CaseRequest, text: string, contentType?: string): CaseRequest {
  const isJson = contentType === undefined && isJsonBody(happy.body);
  const request: CaseRequest = { ...happy, body: { kind: "text", text, isJson } };
  return contentType === undefined
    ? request
    : setHeader(dropHeader(request, "Content-Type"), "Content-Type", contentType);
}

function isJsonBody(body: CaseBody | undefined): boolean {
  return body?.kind === "text" && body.isJson;
}

function safeName(field: string | undefined): string {
  return field !== undefined && /^[\w.-]+$/.test(field) ? field : "newmanifest";
}
