import { fault } from "./fault.mjs";

/** An error that the client is told: thrown in a handler, answered by `answerError`. */
export function refusal(statusCode, code, message, { field, headers = {} } = {}) {
  return Object.assign(new Error(message), { isRefusal: true, statusCode, code, field, headers });
}

export const unknown = (what) => {
  if (fault("400-for-unknown")) return refusal(400, "INVALID_ID", `The id of the ${what} is invalid.`);
  if (fault("sql-in-error")) {
    return refusal(404, "NOT_FOUND", `SELECT * FROM ${what}s WHERE id = $1 AND deleted_at IS NULL returned no rows`);
  }
  return refusal(404, "NOT_FOUND", `There is no such ${what}.`);
};

// What Fastify refuses itself, in the API's own words.
const framework = {
  FST_ERR_CTP_BODY_TOO_LARGE: ["TOO_LARGE", "The body is too large."],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ["UNSUPPORTED_MEDIA_TYPE", "This content type is not accepted here."],
  FST_ERR_CTP_EMPTY_JSON_BODY: ["EMPTY_BODY", "The body is empty."],
  FST_ERR_BAD_URL: ["BAD_URL", "The path is not valid."],
};

function refusalOf(error) {
  if (error.isRefusal) return error;
  if (error.validation) {
    const [{ instancePath, params, message }] = error.validation;
    const field = params.missingProperty ?? params.additionalProperty ?? instancePath.slice(1).replaceAll("/", ".");
    return refusal(400, "INVALID_REQUEST", `The ${error.validationContext} is invalid: ${field} ${message}.`, {
      field,
    });
  }
  const { statusCode = 500 } = error;
  if (statusCode >= 500) return refusal(500, "INTERNAL", "Something went wrong on our side.");
  const [code, message] = framework[error.code] ?? ["MALFORMED_REQUEST", "The request is malformed."];
  return refusal(statusCode, code, message);
}

function bodyOf({ code, message, field }, error) {
  if (fault("error-without-message")) return { error: { code } };
  if (fault("stack-in-error")) return { error: { code, message, field, stack: error.stack } };
  return { error: { code, message, ...(field && { field }) } };
}

/** The API's answer to an error; those that nobody foresaw are logged. */
export function answerError(error, request, reply) {
  const refused = refusalOf(error);
  const { statusCode, headers, message } = refused;
  if (statusCode === 500) request.log.error(error);
  if (error.code === "FST_ERR_CTP_INVALID_MEDIA_TYPE" && fault("500-for-content-type")) reply.code(500);
  else reply.code(statusCode);
  reply.headers({ "cache-control": "no-store", ...headers });
  if (statusCode === 404 && fault("error-without-body")) return reply.send();
  if (statusCode === 400 && fault("200-for-invalid")) return reply.code(200).send({ success: false, error: message });
  return reply.send(bodyOf(refused, error));
}
