import { statuses } from "../../http/statuses.ts";
import type { Json } from "../../manifest/model.ts";
import type { Api, Operation } from "../api.ts";
import { contentTypeOf } from "../declared-headers.ts";
import { isObject } from "../json.ts";
import { declares, isSuccess } from "../outcome.ts";

type Where = (operation: Operation, api: Api) => boolean;

export const everywhere: Where = () => true;

/** Operations that can answer with one of these codes as the manifest has it. */
export function declaring(...codes: ReadonlyArray<number>): Where {
  return (operation) => codes.some((code) => declares(operation, code));
}

/** Operations with one of these methods. */
export function method(...names: ReadonlyArray<string>): Where {
  return (operation) => names.includes(operation.method);
}

/** Operations whose scheme of authentication has a challenge of its own (RFC 9110, 11.6.1); API keys and cookies have none. */
export const challenged: Where = (operation, { identities }) => {
  const own = identities.find(({ name }) => name === operation.identities[0]);
  return own !== undefined && ["bearer", "basic", "digest"].includes(own.auth.kind);
};

/** Operations that are sent an object in JSON. */
export const fielded: Where = ({ body }) => body?.kind === "json" && isObject(body.value);

/** Reads of what another method of the same path changes. */
export const changing: Where = ({ template }, { routes }) => {
  const route = routes.find((each) => each.template.shape === template.shape);
  return route !== undefined && (route.operations.has("PUT") || route.operations.has("PATCH"));
};

/** Reads that answer in JSON. */
export const readingJson: Where = (operation, api) =>
  reading(operation, api) && contentTypeOf(operation.happy.response) === undefined;

/** Operations that ask for credentials. */
export const guarded: Where = ({ identities }) => identities.length > 0;

/** Operations whose path names a resource that may not be there. */
export const picking: Where = ({ homes }) => homes.some((home) => home !== undefined);

/** Operations that read a body and judge it. */
export const judging: Where = ({ body }) => body?.kind === "json";

export const creating: Where = ({ role, happy }) => role === "create" && happy.code === 201;
export const updating: Where = ({ role, happy }) => (role === "replace" || role === "merge") && isSuccess(happy.code);
export const removing: Where = ({ role, happy }) => role === "remove" && isSuccess(happy.code);
export const reading: Where = ({ role, method: name }) => role === "read" && name === "GET";

/** Operations that refuse something: credentials, an id, a body, or what the manifest says. */
export const refusing: Where = (operation, api) =>
  guarded(operation, api) || picking(operation, api) || judging(operation, api) || hasCode(operation, 400);

/** Operations whose valid request is answered with content. */
export const showing: Where = ({ happy: { code }, method: name }) =>
  isSuccess(code) && name !== "HEAD" && !statuses.get(code)?.isBodiless;

/** Operations that list a collection. */
export const listing: Where = ({ role, home }) => role === "list" && home !== undefined;

/** Operations on resources that belong to one caller, as a declared 403 says. */
export const owned: Where = (operation, api) =>
  operation.identities[0] === api.identities[0]?.name &&
  picking(operation, api) &&
  declares(operation, 403, { plain: true });

/** Operations that only another identity than everybody's may use. */
export const privileged: Where = ({ identities }, api) =>
  identities.length > 0 && identities[0] !== api.identities[0]?.name;

/** Operations that refuse a body without one of its fields. */
export const requiring: Where = ({ body, method: name }) => {
  if (body?.kind !== "json" || name === "PATCH") return false;
  return isObject(body.value) && Object.keys(body.value).some((key) => !body.optional.includes(key));
};

/** Operations whose answer the manifest shows by an example or a schema. */
export const describing: Where = (operation, api) => {
  const { body, schema } = operation.happy.response;
  return showing(operation, api) && (body !== undefined || schema !== undefined);
};

/** Operations whose answer the manifest shows with a number in it. */
export const counting: Where = (operation, api) => {
  const { body } = operation.happy.response;
  return showing(operation, api) && body !== undefined && hasNumber(body);
};

/** Operations that are sent a secret. */
export const trusted: Where = ({ body }) =>
  body?.kind === "json" &&
  isObject(body.value) &&
  Object.keys(body.value).some((name) => /passw|secret|token/i.test(name));

export const hasDeclaredErrors: Where = (_, { defaults }) => defaults.errors !== undefined;
export const hasProblems: Where = (_, { defaults }) => defaults.errors?.kind === "problem+json";

/** All of them at once. */
export function all(...conditions: ReadonlyArray<Where>): Where {
  return (operation, api) => conditions.every((holds) => holds(operation, api));
}

export function either(first: Where, second: Where): Where {
  return (operation, api) => first(operation, api) || second(operation, api);
}

function hasNumber(value: Json): boolean {
  return (
    typeof value === "number" || (typeof value === "object" && value !== null && Object.values(value).some(hasNumber))
  );
}

function hasCode({ expect, steps }: Operation, least: number): boolean {
  const codes = [...expect.flatMap((each) => each.codes.codes), ...steps.map(({ outcome }) => outcome.code)];
  return codes.some((code) => code >= least && code < 500);
}
