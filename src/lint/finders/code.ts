import type { codeLints } from "../../http/lints/code.ts";
import { statuses } from "../../http/statuses.ts";
import { names } from "../declared.ts";
import { answersThat, endpointsThat, ofEndpoint, ofManifest } from "../each.ts";
import type { Finder } from "../finding.ts";

const uncommon = [203, 205, 208, 226, 300, 407, 417, 421, 424, 426, 505, 506, 508, 510, 511];
const successes = [200, 201, 202, 204];

/** Codes that are declared and should not be. */
export const codeFinders: Readonly<Record<keyof typeof codeLints, Finder>> = {
  "lint-only-200": (suite) => {
    const { endpoints } = suite.manifest;
    const isOnly200 = endpoints.every(({ expect }) => expect.every(({ codes }) => codes.text === "200"));
    // A single page, or pages without any input, may well have nothing else to say.
    const canFail = endpoints.some(({ body, params, identity }) => body || params.length > 0 || identity !== undefined);
    return isOnly200 && canFail && endpoints.length > 1 ? ofManifest(suite, endpoints.map(ofEndpoint)) : [];
  },
  "lint-default-only": endpointsThat(({ expect }) => expect.every(({ codes }) => codes.codes.length === 0)),
  "lint-1xx-declared": answersThat(
    ({ expectation: { codes } }) => codes.classes.includes(1) || codes.codes.some((code) => code < 200),
  ),
  "lint-305-306-418": answersThat(({ expectation }) => names(expectation, 305, 306, 418)),
  "lint-unregistered-code": answersThat(({ expectation: { codes } }) =>
    codes.codes.some((code) => !statuses.has(code)),
  ),
  "lint-uncommon-code": answersThat(({ expectation }) => names(expectation, ...uncommon)),
  // A client at fault that gets 500 is another lint.
  "lint-500-declared-as-expected": answersThat(
    ({ expectation }) => names(expectation, 500) && expectation.codes.classes.length === 0 && !expectation.when,
  ),
  "lint-multiple-success-codes": answersThat(({ expectation, endpoint }) => {
    if (expectation.when || !endpoint || !names(expectation, ...successes)) return false;
    const first = endpoint.expect.find((other) => !other.when && names(other, ...successes));
    return first !== expectation;
  }),
  "lint-missing-response-description": answersThat(({ expectation, endpoint }) => {
    const { codes, name, when } = expectation;
    if (!endpoint || name !== undefined || !when) return false;
    return endpoint.expect.some((other) => other !== expectation && other.when && other.codes.text === codes.text);
  }),
};
