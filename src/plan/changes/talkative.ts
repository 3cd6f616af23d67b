import type { Json } from "../../manifest/model.ts";

/** The field that takes any text, if there is one: of a field with a form of its own only the form is tried. */
export function mostTalkative(fields: ReadonlyArray<readonly [string, Json]>): string | undefined {
  const texts = fields.flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : []));
  const free = texts.find(([name, value]) => /^[A-Za-z][A-Za-z ,.'!?]*$/.test(value) && !formed.test(name));
  return (free ?? texts[0])?.[0];
}

const formed =
  /id$|e-?mail|date|time|url|uri|phone|password|token|secret|code|status|state|type|kind|currency|country/i;
