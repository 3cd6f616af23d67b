import { requestFile } from "../../src/collection/request.ts";
import type { Case, CaseBody } from "../../src/plan/model.ts";

/** What a case sends, in a line: method, URL, headers and body as they stand in the collection. */
export function sentLine({ title, request, before }: Case): string {
  if (request === undefined) throw new Error(`${title}: nothing is sent`);
  const { url, method, header } = requestFile(request, "");
  const parts = [
    method,
    url.raw.replace("{{baseUrl}}", ""),
    ...(header ?? []).map(({ key, value }) => `[${key}: ${value}]`),
    ...request.omittedHeaders.map((name) => `[no ${name}]`),
    ...(request.body === undefined ? [] : [bodyLine(request.body)]),
    ...(before === undefined ? [] : [`before: ${JSON.stringify(before)}`]),
  ];
  return `${title}\n    ${parts.join(" ")}`;
}

function bodyLine(body: CaseBody): string {
  if (body.kind === "form") return body.fields.map(([name, value]) => `${name}=${value}`).join("&");
  return body.kind === "text" ? body.text.replace(/\s+/g, " ") : JSON.stringify(body.parts);
}
