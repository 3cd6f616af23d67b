import type { EdgeId } from "../../http/edges.ts";
import { edges } from "../../http/edges.ts";
import { isSameJson } from "../../manifest/example/json.ts";
import { violationsOf } from "../../manifest/example/judge.ts";
import { type Violation, verdictOf } from "../../manifest/example/violation.ts";
import type { Endpoint, JsonObject } from "../../manifest/model.ts";
import type { CaseBody } from "../model.ts";
import { type Edit, editValue, withValue } from "./edit.ts";
import type { FieldSet } from "./field.ts";
import type { FieldEdge } from "./field-edge.ts";
import { fieldEdges } from "./field-edges.ts";
import { fieldsOf } from "./fields-of.ts";
import { isPlain } from "./words.ts";

/** A body with one thing about its fields changed. */
export interface FieldVariant {
  /** `address.city`; several where the change is about several, empty where it is about the body. */
  readonly field: string;
  /** Tells it from others of the same field and edge. */
  readonly detail?: string;
  /** `when pages is below its minimum`. */
  readonly about: string;
  /** Nothing but the schema is likely to have a say in it. */
  readonly isPlain: boolean;
  readonly body: CaseBody;
  /**
   * `sure`: the schema says what is right. `likely`: the example is read so, or it is a format, which need not be enforced.
   * `unknown`: nobody said anything, so nothing is owed but that it is no server error.
   */
  readonly certainty: "sure" | "likely" | "unknown";
}

/** An endpoint gets no more than these of an edge. */
const mostVariants = 12;

/** The bodies that an edge makes of a valid one, each with one thing changed; always the same ones. */
export function fieldVariants(
  edgeId: EdgeId,
  body: CaseBody | undefined,
  endpoint: Endpoint,
): ReadonlyArray<FieldVariant> {
  const edge = fieldEdges.get(edgeId);
  const set = fieldsOf(body, endpoint);
  if (edge === undefined || set === undefined || !isRepeatable(edge, set)) return [];
  const variants: FieldVariant[] = [];
  for (const { field, detail, tries } of edge.variations(set)) {
    const found = tries.map((edits) => attempt(edge, edits, set)).find((one) => one !== undefined);
    if (found === undefined) continue;
    const title = edges[edgeId].title.replace("{field}", field);
    variants.push({
      field,
      about: detail === undefined ? title : `${title}: ${detail}`,
      isPlain: set.fields.some((one) => one.label === field && isPlain(one, set)),
      ...found,
      ...(detail && { detail }),
    });
    if (variants.length === mostVariants) break;
  }
  return variants;
}

/** To create the same thing once more is an error of its own, unless a variable makes it another thing. */
function isRepeatable({ kind }: FieldEdge, { method, body }: FieldSet): boolean {
  return kind !== "right" || method !== "POST" || JSON.stringify(body).includes("{{$");
}

function attempt(
  edge: FieldEdge,
  edits: ReadonlyArray<Edit>,
  set: FieldSet,
): Pick<FieldVariant, "body" | "certainty"> | undefined {
  const value = editValue(set.value, edits);
  // What a number's sign makes different is lost in comparison.
  const isSame = isSameJson(value, set.value) && !edits.some((edit) => Object.is(edit.value, -0));
  const body = isSame ? undefined : withValue(set.body, value);
  const certainty = certaintyOf(edge, edits, { set, value });
  return body === undefined || certainty === undefined ? undefined : { body, certainty };
}

/** How sure it is what is right; nothing where it is not what the edge is for. */
function certaintyOf(
  edge: FieldEdge,
  edits: ReadonlyArray<Edit>,
  { set, value }: { readonly set: FieldSet; readonly value: JsonObject },
): FieldVariant["certainty"] | undefined {
  const { schema } = set;
  if (schema === undefined) return unschooled(edge, edits, set);
  const violations = violationsOf({ schema, at: [] }, value, schema);
  const verdict = verdictOf(violations);
  const isAlone = violations.every((one) => isExpected(one, edge, edits));
  switch (edge.kind) {
    case "forbidden":
    case "read":
      return verdict === "invalid" && isAlone ? "sure" : undefined;
    case "format":
      if (verdict === "valid") return "unknown";
      return verdict === "unknown" && isAlone ? "likely" : undefined;
    case "open":
      return "unknown";
    case "right":
      return verdict === "valid" ? "sure" : undefined;
  }
  return edge.kind satisfies never;
}

/** What is known without a schema: an example, and what `optional` says may be left out. */
function unschooled(
  { kind }: FieldEdge,
  edits: ReadonlyArray<Edit>,
  { isDoubtful }: FieldSet,
): FieldVariant["certainty"] | undefined {
  if (kind === "open") return "unknown";
  if (isDoubtful || kind === "forbidden") return undefined;
  if (kind === "right") return edits.every(({ value }) => value === undefined) ? "sure" : undefined;
  return kind === "read" ? "likely" : "unknown";
}

/** Broken where the edge changed something, and nothing but what it is about. */
function isExpected({ keyword, at }: Violation, { breaks = [] }: FieldEdge, edits: ReadonlyArray<Edit>): boolean {
  if (!breaks.includes(keyword)) return false;
  // Of several missing fields the object is to blame.
  if (at.length === 0 && edits.length > 1) return true;
  return edits.some(({ path }) => path.length === at.length && path.every((key, index) => key === at[index]));
}
