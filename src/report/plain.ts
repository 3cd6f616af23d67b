import { printable } from "../diagnostic/printable.ts";

/** Text from a response or a manifest as one line that is safe to print; every reporter for people takes foreign text through it. */
export function plain(text: string): string {
  return printable(text.replace(/[\n\r\t\v\f\u0085\u2028\u2029]/g, " "));
}
