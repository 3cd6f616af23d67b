import type { ReceivedResponse } from "../model.ts";
import type { Answer, Material } from "./material.ts";
import { tally } from "./tally.ts";

/** Errors of a client that can be compared: the API's own, with a body, to a client that takes JSON. */
export function clientErrors(material: Material): ReadonlyArray<Answer> {
  return ownErrors(material).filter(({ response: { status } }) => status < 500);
}

/** And those of the server itself; 502, 503 and 504 are often a gateway's. */
export function serverErrors(material: Material): ReadonlyArray<Answer> {
  return ownErrors(material).filter(({ response: { status } }) => status >= 500 && (status < 502 || status > 504));
}

function ownErrors(material: Material): ReadonlyArray<Answer> {
  return ownAnswers(material).filter(
    ({ one, method, response }) =>
      response.status >= 400 &&
      response.status !== 406 &&
      method !== "HEAD" &&
      response.sizeBytes > 0 &&
      mediaType(response) !== undefined &&
      takesJson(one.attempts.at(-1)?.request?.headers ?? []),
  );
}

/** The answers of the server that gives most of them: another `Server` is a gateway that answers by itself. */
export function ownAnswers({ answers }: Material): ReadonlyArray<Answer> {
  const [most] = tally(answers, ({ response }) => headerOf(response, "server") ?? "");
  return most?.[1] ?? [];
}

/** A client that wants something else may get its error in another form. */
function takesJson(headers: ReceivedResponse["headers"]): boolean {
  return headers.every(({ name, value }) => !/^accept$/i.test(name) || /\*\/\*|json/i.test(value));
}

/** The value of a header field, the last one where it came several times. */
export function headerOf({ headers }: ReceivedResponse, name: string): string | undefined {
  return headers.findLast((header) => header.name.toLowerCase() === name)?.value;
}

/** `application/json`, without parameters. */
export function mediaType(response: ReceivedResponse): string | undefined {
  const type = headerOf(response, "content-type")?.split(";")[0]?.trim().toLowerCase();
  return type === "" ? undefined : type;
}
