import { fault } from "./fault.mjs";

const optional = {
  status: fault("any-status") ? { type: "string" } : { type: "string", enum: ["planned", "active", "done"] },
  priority: { type: "integer", minimum: 1, maximum: 5 },
  startsOn: { type: "string", format: "date" },
  endsOn: { type: "string", format: "date" },
};
const properties = {
  key: { type: "string", minLength: 1, maxLength: 60 },
  name: { type: "string", minLength: 1, ...(fault("any-length") ? {} : { maxLength: 80 }) },
  ...optional,
};

/** A whole project, as POST and PUT take it. */
export const project = {
  type: "object",
  required: fault("missing-accepted") ? [] : ["key", "name"],
  additionalProperties: fault("mass-assignment"),
  properties,
};

/** Some fields of a project, as PATCH takes them. */
export const projectPatch = fault("patch-unchecked")
  ? { type: "object" }
  : { type: "object", minProperties: 1, additionalProperties: false, properties };

/** `?limit=20&offset=40`. */
export const page = {
  type: "object",
  additionalProperties: true,
  properties: fault("any-page")
    ? {}
    : {
        limit: { type: "string", pattern: "^([1-9][0-9]?|100)$" },
        offset: { type: "string", pattern: "^[0-9]{1,6}$" },
      },
};

/** What a task is made of. */
export const task = {
  title: { type: "string", minLength: 1, maxLength: 120 },
  done: { type: "boolean" },
  estimate: { type: "number", exclusiveMinimum: 0, maximum: 1000 },
};
