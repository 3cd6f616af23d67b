import type { validationLints } from "../../http/lints/validation.ts";
import { isObject } from "../../manifest/json-object.ts";
import type { Body, Endpoint, Expectation, Json, JsonObject } from "../../manifest/model.ts";
import { declares, isItemPath, isOfClass, isOnly, onlyRedirects, segmentsOf } from "../declared.ts";
import { answersThat, endpointsThat, ofAnswer } from "../each.ts";
import type { Finder } from "../finding.ts";
import { isDownload } from "./file.ts";
import { isCreate } from "./success.ts";

const transitions =
  /^(?:approve|archive|cancel|checkout|close|complete|confirm|pay|publish|refund|reject|reopen|ship|start|stop|submit)$/i;

/** What can be wrong with a request and has no code. */
export const validationFinders: Readonly<Record<keyof typeof validationLints, Finder>> = {
  "lint-item-path-without-404": endpointsThat((endpoint, { manifest }) => {
    if (!isItemPath(endpoint) || onlyRedirects(endpoint) || declares(endpoint, 404, 410)) return false;
    const isCreating = endpoint.method === "PUT" && declares(endpoint, 201);
    const isIndifferent = endpoint.method === "DELETE" && manifest.policy.deleteMissing === "204";
    return !isCreating && !isIndifferent && !["OPTIONS", "TRACE"].includes(endpoint.method);
  }),
  "lint-get-only-200": endpointsThat(
    (endpoint) =>
      endpoint.method === "GET" &&
      endpoint.params.length > 0 &&
      !isItemPath(endpoint) &&
      !isDownload(endpoint) &&
      endpoint.expect.every(({ codes }) => isOfClass(codes, 2, 3)),
  ),
  "lint-body-without-400": endpointsThat(
    (endpoint) => isChecked(endpoint) && requiredBy(endpoint.body).length === 0 && !declares(endpoint, 400, 422),
  ),
  "lint-required-fields-without-validation-code": endpointsThat(
    (endpoint) => isChecked(endpoint) && requiredBy(endpoint.body).length > 0 && !declares(endpoint, 400, 422),
  ),
  "lint-unique-without-409": endpointsThat(
    (endpoint, suite) => isCreate(endpoint, suite) && isMadeNew(endpoint.body) && !declares(endpoint, 409, 422, 303),
  ),
  "lint-stateful-without-409": endpointsThat((endpoint) => {
    const last = endpoint.path.split("/").at(-1) ?? "";
    const isTransition =
      endpoint.method === "POST" && endpoint.params.length > 0 && segmentsOf(endpoint).includes(last);
    return isTransition && transitions.test(last) && !declares(endpoint, 409, 412, 422);
  }),
  "lint-422-for-malformed": answersThat(
    ({ expectation, request }) =>
      isOnly(expectation.codes, 422) && request.body?.kind === "json" && !isJson(expectation.when?.rawBody ?? "{}"),
  ),
  "lint-400-for-semantic": (suite) => {
    const missing = suite.answers.filter(
      ({ expectation }) => removesField(expectation) && /^4(?:00|22)$/.test(expectation.codes.text),
    );
    const usual = missing[0]?.expectation.codes.text;
    return missing.filter(({ expectation }) => expectation.codes.text !== usual).map(ofAnswer);
  },
};

/** Some bodies of this kind are not valid; of a text that is sent as it is, nobody can say. */
function isChecked({ method, body, expect }: Endpoint): boolean {
  const isBody = body !== undefined && body.kind !== "raw";
  return ["POST", "PUT", "PATCH"].includes(method) && isBody && !onlyRedirects({ expect });
}

function requiredBy(body: Body | undefined): ReadonlyArray<Json> {
  const required = body?.kind === "json" ? body.schema?.required : undefined;
  return Array.isArray(required) ? required : [];
}

/** A field whose value is made anew for each request, which nobody does without need. */
function isMadeNew(body: Body | undefined): boolean {
  const fields = body?.kind === "json" ? fieldsOf(body.value) : body?.kind === "form" ? body.fields : {};
  return Object.values(fields).some(
    (value) => typeof value === "string" && /\{\{\$(?:guid|random|timestamp)/.test(value),
  );
}

function fieldsOf(value: Json): JsonObject {
  return isObject(value) ? value : {};
}

function removesField({ when }: Expectation): boolean {
  const body = when?.body;
  return body !== undefined && isObject(body) && Object.values(body).some((value) => value === null);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
