import { maskAssignments } from "./assignments.ts";
import type { FieldRule } from "./field-rule.ts";
import { maskJsonFields } from "./json-fields.ts";
import { maskElements, maskFormParts, maskLines } from "./marked-fields.ts";

// Lines come before assignments: the value of a header may be one.
const steps = [maskJsonFields, maskFormParts, maskLines, maskAssignments, maskElements];

/** The text with the values of its secret fields masked, whatever it is written in. */
export function maskFields(text: string, rule: FieldRule): string {
  return text.length < 3 ? text : steps.reduce((rest, step) => step(rest, rule), text);
}
