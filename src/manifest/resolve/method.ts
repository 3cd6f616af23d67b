import type { Report, Span } from "../../diagnostic/diagnostic.ts";
import { suggest } from "../../diagnostic/suggest.ts";
import { methods } from "../../http/methods.ts";

/** Whether a method is one that a manifest may name; it is reported when it is not. */
export function checkMethod(method: string, span: Span, report: Report): boolean {
  if (Object.hasOwn(methods, method)) return true;
  const known = Object.keys(methods);
  // Methods are case-sensitive (RFC 9110, 9.1), and nobody means a `get` that is not GET.
  const upper = method.toUpperCase();
  const nearest = known.includes(upper) ? upper : suggest(upper, known);
  report({ code: "unknown-method", args: { method, nearest, known }, span });
  return false;
}
