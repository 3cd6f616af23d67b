import { formats } from "../../manifest/example/formats.ts";
import { saidAt } from "../../manifest/example/way.ts";
import type { Json } from "../../manifest/model.ts";
import type { Field } from "./field.ts";
import type { FieldEdge } from "./field-edge.ts";
import { eachField } from "./field-edge.ts";

/** Texts that have no format beyond doubt: RFC 5321 allows odd addresses, and JavaScript has a 30th of February. */
export const formatEdges: Readonly<Record<string, FieldEdge>> = {
  "ec-field-format-email": without(["email"], ["notanemail", "a@", "@b.c", "a@b@c"]),
  "ec-field-format-uuid": without(["uuid"], ["not-a-uuid", "8c0e6c1a-7d4f-4c5e-9b0a-2f1d3e4c5b6"]),
  "ec-field-format-date": without(["date"], ["2024-13-01", "2024-02-30", "01/02/2024", "1704067200"]),
  "ec-field-format-datetime": without(["date-time"], ["2024-13-01T00:00:00Z", "not a time", "1704067200"]),
  "ec-field-format-uri": without(["uri", "url"], ["not a url", "http://"]),
  "ec-field-format-ip": without(["ipv4", "ipv6", "ip"], ["888.1.1.", "localhost"]),
};

function without(names: ReadonlyArray<string>, values: ReadonlyArray<Json>): FieldEdge {
  return {
    kind: "format",
    breaks: ["format"],
    variations: eachField((field) => (names.includes(formatOf(field) ?? "") ? values.map((value) => [value]) : []), {
      isShown: true,
    }),
  };
}

/** Formats that a value is recognised by, where no schema names one. */
const telling = ["uuid", "email", "date-time", "date", "ipv4"];

/** The format that a field has by its schema; without one, what its value looks like. */
export function formatOf({ way, value }: Field): string | undefined {
  const [named] = saidAt(way, "format");
  if (named !== undefined) return String(named);
  if (typeof value !== "string") return undefined;
  const text = value.replaceAll("{{$guid}}", "x");
  if (/^https?:\/\/\S+$/.test(text)) return "uri";
  return telling.find((name) => formats.get(name)?.test(text));
}
