import type { HeaderLine, ReceivedResponse, SentRequest } from "../result/model.ts";
import type { ObservedRequest, ObservedResponse } from "./execution.ts";

/** Takes secrets out of whatever is kept. */
export interface Mask {
  readonly text: (text: string) => string;
  readonly request: (request: ObservedRequest) => SentRequest;
  /** `keptBytes`: how much of the body stays; 0: none. */
  readonly response: (response: ObservedResponse, keptBytes: number) => ReceivedResponse;
}

/** Headers that carry credentials whatever their value is. */
const secretHeaders = /^(proxy-)?authorization$|^(set-)?cookie$|api[-_]?key|token|secret|password/i;

/** A mask for these values, wherever they appear: as they are, URL-encoded, in JSON, in base64. */
export function createMask(secrets: ReadonlyArray<string>): Mask {
  const forms = [...new Set(secrets.filter((secret) => secret.length >= 4).flatMap(formsOf))];
  // Longer ones first: one secret may be a part of another.
  forms.sort((a, b) => b.length - a.length);
  const text = (value: string) => forms.reduce((masked, form) => masked.replaceAll(form, "***"), value);
  const header = ({ name, value }: HeaderLine): HeaderLine => ({ name, value: maskHeader(name, text(value)) });
  return {
    text,
    request: ({ method, url, headers, body }) => ({
      method,
      url: text(url),
      headers: headers.map(header),
      ...(body !== undefined && { body: text(body) }),
    }),
    response: ({ status, headers, timeMs, sizeBytes, body }, keptBytes) => ({
      status,
      headers: headers.map(header),
      timeMs,
      sizeBytes,
      ...(keptBytes > 0 && body !== "" && { body: text(body).slice(0, keptBytes) }),
    }),
  };
}

function formsOf(secret: string): ReadonlyArray<string> {
  return [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret).toString("base64"),
  ];
}

/** The scheme is no secret: `Bearer ***`, and what is wrong with a request shows. */
function maskHeader(name: string, value: string): string {
  if (!secretHeaders.test(name) || value === "") return value;
  const scheme = /^(Basic|Bearer|Digest)\b/i.exec(value)?.[0];
  return /authorization$/i.test(name) && scheme !== undefined ? `${scheme} ***` : "***";
}
