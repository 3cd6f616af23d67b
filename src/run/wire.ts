import type { WireRuleId } from "../http/rules/wire.ts";
import type { ObservedError, TransportFault } from "./execution.ts";
import { type WireSign, wireSigns } from "./wire-signs.ts";

export type WireRule = WireRuleId | "wire-response-received";

/** Whose fault it is that a request got no whole response. */
export type WireVerdict =
  /** The server's, and which rule it broke. */
  | { readonly kind: "failed"; readonly rule: WireRule; readonly message: string }
  /** Nobody's who is known: the run broke. */
  | { readonly kind: "errored"; readonly rule?: WireRule };

/** Translates an error of the transport into the rule that was broken (RFC 9112). */
export function wireVerdict(fault: TransportFault, method: string): WireVerdict {
  const { code, status, rest } = fault;
  if (status !== undefined && /^HPE_(INVALID_CONSTANT|CLOSED_CONNECTION)$/.test(code)) {
    const rule = surplusRule(method, status);
    return { kind: "failed", rule, message: `${surplusWords(rest)} (${rawWords(fault)})` };
  }
  const sign = signOf(fault);
  if (sign === undefined) return { kind: "errored" };
  if (sign.isOfTheRun) return { kind: "errored", rule: sign.rule };
  return { kind: "failed", rule: sign.rule, message: `${sign.says}${shown(rest)} (${rawWords(fault)})` };
}

/** The rule that bytes after a response break: where no body can come, they were meant to be one. */
export function surplusRule(method: string, status: number): WireRule {
  const isBodiless = method === "HEAD" || status === 204 || status === 304;
  return isBodiless ? "wire-no-body-on-204-304-head" : "wire-body-length-matches";
}

/** What a server did that sent these bytes after a response. */
export function surplusWords(rest: string | undefined): string {
  return `the response had ended, and the server sent more${shown(rest)}`;
}

/** The rule that an error names by itself. */
export function ruleOfError({ code, message }: ObservedError): WireRule | undefined {
  return signOf({ code, message, isFirst: false })?.rule;
}

function signOf(fault: TransportFault): WireSign | undefined {
  return wireSigns.find(
    ({ code, message, when }) =>
      code.test(fault.code) && (message?.test(fault.message) ?? true) && (when?.(fault) ?? true),
  );
}

/** Bytes from the wire, as a JSON string: whatever they are, they can be shown. */
function shown(rest: string | undefined): string {
  return rest === undefined || rest === "" ? "" : `: ${JSON.stringify(rest)}`;
}

function rawWords({ code, message }: TransportFault): string {
  return message === code || code === "ERROR" ? message : `${code}: ${message}`;
}
