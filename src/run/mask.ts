import type { HeaderLine, ReceivedResponse, SentRequest } from "../result/model.ts";
import { errorBody } from "./error-body.ts";
import type { ObservedRequest, ObservedResponse } from "./execution.ts";
import { secretPattern } from "./secret-pattern.ts";
import { passwordOf } from "./url-password.ts";

/** Takes secrets out of whatever is kept. */
export interface Mask {
  readonly text: (text: string) => string;
  readonly request: (request: ObservedRequest) => SentRequest;
  /** `keptBytes`: how much of the body stays; 0: none. */
  readonly response: (response: ObservedResponse, keptBytes: number) => ReceivedResponse;
}

/** A mask for what a suite runs with. */
export function maskOf({
  secrets,
  variables,
}: {
  readonly secrets: ReadonlyArray<string>;
  readonly variables: Readonly<Record<string, string>>;
}): Mask {
  return createMask([...secrets, ...passwordOf(variables.baseUrl ?? "")]);
}

/** Headers that carry credentials whatever their value is. */
const secretHeaders = /^(proxy-)?authorization$|^(set-)?cookie$|api[-_]?key|token|secret|password/i;

/** Shorter ones are masked only where they are a whole value: anywhere else they would be a part of some word. */
const shortestPart = 4;

/** `http://user:password@host`. */
const userPassword = /(:\/\/[^\s/?#:@]*:)[^\s/?#@]+@/g;

/** A mask for these values, wherever they appear: as they are, encoded for a URL, a form or JSON, in base64. */
export function createMask(secrets: ReadonlyArray<string>): Mask {
  // Longer ones first: one secret may be a part of another.
  const sorted = [...new Set(secrets)].filter((secret) => secret !== "").sort((a, b) => b.length - a.length);
  const parts = sorted.filter(({ length }) => length >= shortestPart).map((one) => new RegExp(secretPattern(one), "g"));
  const wholes = sorted.filter(({ length }) => length < shortestPart).map(secretPattern);
  const text = (value: string) =>
    parts.reduce((masked, part) => masked.replace(part, "***"), value).replace(userPassword, "$1***@");
  const header = ({ name, value }: HeaderLine): HeaderLine => {
    const isSecret = wholes.some((whole) => new RegExp(`^${whole}$`).test(value));
    return { name, value: isSecret ? "***" : maskHeader(name, text(value)) };
  };
  const url = (value: string) => wholes.reduce((masked, whole) => masked.replace(inQuery(whole), "$1***"), text(value));
  return {
    text,
    request: ({ method, url: target, headers, body }) => ({
      method,
      url: url(target),
      headers: headers.map(header),
      ...(body !== undefined && { body: text(body) }),
    }),
    response: (response, keptBytes) => ({
      status: response.status,
      headers: response.headers.map(header),
      timeMs: response.timeMs,
      sizeBytes: response.sizeBytes,
      ...maskErrorBody(errorBody(response), text),
      ...(keptBytes > 0 && response.body !== "" && { body: text(response.body).slice(0, keptBytes) }),
    }),
  };
}

function maskErrorBody(body: ReceivedResponse["errorBody"], text: Mask["text"]): Pick<ReceivedResponse, "errorBody"> {
  if (body === undefined) return {};
  return { errorBody: { fields: body.fields.map(text), ...(body.code !== undefined && { code: text(body.code) }) } };
}

/** The pattern as a whole value of a query. */
function inQuery(whole: string): RegExp {
  return new RegExp(`([?&][^=&#]*=)${whole}(?=[&#]|$)`, "g");
}

/** The scheme is no secret: `Bearer ***`, and what is wrong with a request shows. */
function maskHeader(name: string, value: string): string {
  if (!secretHeaders.test(name) || value === "") return value;
  const scheme = /^(Basic|Bearer|Digest)\b/i.exec(value)?.[0];
  return /authorization$/i.test(name) && scheme !== undefined ? `${scheme} ***` : "***";
}
