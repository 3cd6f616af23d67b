import { statuses } from "../../http/statuses.ts";
import type { Attempt } from "../../result/model.ts";
import { headerOf, setCookies } from "./headers.ts";

/** A response as HAR has it; where none came it has the status 0, as browsers write it. */
export function harResponse({ response, error }: Attempt) {
  const headers = response?.headers ?? [];
  return {
    status: response?.status ?? 0,
    statusText: statuses.get(response?.status ?? 0)?.name ?? "",
    httpVersion: "HTTP/1.1",
    cookies: setCookies(headers),
    headers: headers.map(({ name, value }) => ({ name, value })),
    content: {
      size: response?.sizeBytes ?? 0,
      mimeType: headerOf(headers, "content-type") ?? "x-unknown",
      text: response?.body,
    },
    redirectURL: headerOf(headers, "location") ?? "",
    headersSize: -1,
    bodySize: response?.sizeBytes ?? -1,
    ...(error && { _error: `${error.code}: ${error.message}` }),
  };
}
