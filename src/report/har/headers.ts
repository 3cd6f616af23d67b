import type { HeaderLine } from "../../result/model.ts";

/** The value of the first header of that name. */
export function headerOf(headers: ReadonlyArray<HeaderLine>, name: string): string | undefined {
  return headers.find((header) => header.name.toLowerCase() === name)?.value;
}

/** The cookies of a request (RFC 6265, 4.2.1). */
export function sentCookies(headers: ReadonlyArray<HeaderLine>): ReadonlyArray<HeaderLine> {
  const lines = headers.filter(({ name }) => name.toLowerCase() === "cookie");
  return lines.flatMap(({ value }) => value.split(";").map(pairOf)).filter(({ name }) => name !== "");
}

/** The cookies that a response sets (RFC 6265, 4.1.1). */
export function setCookies(headers: ReadonlyArray<HeaderLine>) {
  return headers
    .filter(({ name }) => name.toLowerCase() === "set-cookie")
    .map(({ value }) => {
      const [first = "", ...rest] = value.split(";");
      const attributes = new Map(rest.map(pairOf).map((each) => [each.name.toLowerCase(), each.value]));
      return {
        ...pairOf(first),
        path: attributes.get("path"),
        domain: attributes.get("domain"),
        httpOnly: attributes.has("httponly"),
        secure: attributes.has("secure"),
      };
    });
}

function pairOf(text: string): HeaderLine {
  const [name = "", ...value] = text.split("=");
  return { name: name.trim(), value: value.join("=").trim() };
}
