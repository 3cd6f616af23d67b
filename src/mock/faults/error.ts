import type { Fault } from "../fault.ts";
import { fieldOf, isObject } from "../json.ts";
import { chain, hasContent, isError, rewrite, spoil, without, withText } from "./answer.ts";
import { all, hasDeclaredErrors, hasProblems, refusing } from "./where.ts";

const typed = "the guide: Content-Type specifies the response format; RFC 9110, 8.3";
const meaningful =
  "the guide: the server should return a meaningful response body that includes details about the error";

/** Bodies of errors that help nobody. */
export const errorFaults = {
  "no-content-type-on-errors": {
    mistake: "the body of an error comes without Content-Type",
    breaks: typed,
    at: refusing,
    serve: spoil((response, call) => isError(response, call) && hasContent(response, call), without("Content-Type")),
    remedy: { declare: 404 },
  },
  "error-is-html": {
    mistake: "errors are pages of the framework",
    breaks: meaningful,
    at: all(refusing, hasDeclaredErrors),
    serve: spoil(isError, withText("<!DOCTYPE html><html><body><pre>Cannot do that</pre></body></html>", "text/html")),
    remedy: { write: "`defaults: { errors: ... }`" },
  },
  "error-is-empty": {
    mistake: "errors have no body",
    breaks: meaningful,
    at: all(refusing, hasDeclaredErrors),
    serve: spoil(
      isError,
      chain(without("Content-Type"), (response) => ({ ...response, body: undefined })),
    ),
    remedy: { write: "`defaults: { errors: ... }`" },
  },
  "error-has-another-shape": {
    mistake: "some errors do not have the shape of the others",
    breaks: "the guide: use appropriate status codes consistently; consistency helps developers",
    at: all(refusing, hasDeclaredErrors),
    serve: spoil(isError, withText('{"msg":"it failed"}')),
    remedy: { write: "`defaults: { errors: ... }`" },
  },
  "problem-has-another-status": {
    mistake: "the status in the problem is not the status code",
    breaks: "RFC 9457, 3.1.2",
    at: all(refusing, hasProblems),
    serve: spoil(
      isError,
      rewrite((body) => (isObject(body) && fieldOf(body, "status") !== undefined ? { ...body, status: 418 } : body)),
    ),
    remedy: { write: "`defaults: { errors: problem+json }`" },
  },
} as const satisfies Record<string, Fault>;
