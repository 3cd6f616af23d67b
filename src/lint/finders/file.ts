import type { fileLints } from "../../http/lints/file.ts";
import type { Endpoint } from "../../manifest/model.ts";
import { declares, segmentsOf, wants } from "../declared.ts";
import { endpointsThat } from "../each.ts";
import type { Finder } from "../finding.ts";

/** Uploads, downloads, ranges and validators. */
export const fileFinders: Readonly<Record<keyof typeof fileLints, Finder>> = {
  "lint-upload-without-413-415": endpointsThat(
    (endpoint) =>
      endpoint.body?.kind === "multipart" &&
      endpoint.body.parts.some((part) => "file" in part) &&
      !declares(endpoint, 413, 415),
  ),
  "lint-download-without-404": endpointsThat((endpoint) => isDownload(endpoint) && !declares(endpoint, 404, 410)),
  "lint-range-without-206-416": endpointsThat((endpoint) => {
    if (endpoint.method !== "GET") return false;
    const isPromised = endpoint.expect.some(
      (entry) => wants(entry, "Accept-Ranges") && !entry.response.headers.some(saysNone),
    );
    const halves = [declares(endpoint, 206), declares(endpoint, 416)];
    return isNamed(endpoint) ? halves.includes(false) : isPromised && halves.includes(false);
  }),
  "lint-conditional-without-304-412": endpointsThat((endpoint) => {
    const isPromised = endpoint.expect.some((entry) => wants(entry, "ETag"));
    if (endpoint.method === "GET") return isPromised && !declares(endpoint, 304);
    return isPromised && ["PUT", "PATCH", "DELETE"].includes(endpoint.method) && !declares(endpoint, 412);
  }),
};

/** `GET /files/{id}/content`: bytes of something that is named by an id further up. */
export function isDownload({ method, path, params }: Endpoint): boolean {
  const last = segmentsOf({ path }).at(-1) ?? "";
  const isLast = path.endsWith(`/${last}`);
  return method === "GET" && params.length > 0 && isLast && /^(?:attachment|content|download|file|raw)$/i.test(last);
}

/** One of the two codes is listed by its number. */
function isNamed({ expect }: Endpoint): boolean {
  return expect.some(({ codes: { codes } }) => codes.includes(206) || codes.includes(416));
}

/** `Accept-Ranges: none` promises the opposite. */
function saysNone(header: { readonly name: string; readonly value?: string }): boolean {
  return header.name.toLowerCase() === "accept-ranges" && header.value === "none";
}
