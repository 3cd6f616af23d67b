import type { Edge } from "../../http/edge.ts";
import { edges } from "../../http/edges.ts";
import type { ChangeScope, EdgeRequest } from "../changes/change.ts";
import type { EndpointFacts } from "../facts.ts";
import { fits } from "../pattern.ts";
import { type FieldVariant, fieldVariants } from "./field-variants.ts";

/** The requests of an edge with `change: { kind: "field" }`: those of which it is sure enough what is right. */
export function fieldRequests({ edge, happy, facts, isOpen }: ChangeScope): ReadonlyArray<EdgeRequest> {
  const enough: ReadonlyArray<FieldVariant["certainty"]> =
    sufficient[isOpen ? "whatever" : demandOf(edges[edge], facts)];
  return fieldVariants(edge, happy.body, facts.endpoint)
    .filter(({ certainty }) => enough.includes(certainty))
    .map(({ field, detail, about, isPlain, body }) => ({
      request: { ...happy, body },
      about,
      ...(field && { field }),
      ...(detail && { key: detail }),
      ...(isPlain && { isPlain }),
    }));
}

const sufficient = {
  /** The manifest promises this code, and the example or a format may be taken at its word. */
  declared: ["sure", "likely"],
  /** Nobody promised anything, so only the schema can tell right from wrong. */
  implied: ["sure"],
  /** All that is asked for is that it is no server error. */
  whatever: ["sure", "likely", "unknown"],
} as const satisfies Record<string, ReadonlyArray<FieldVariant["certainty"]>>;

function demandOf({ codes, implied }: Edge, { endpoint, happy }: EndpointFacts): keyof typeof sufficient {
  const open = endpoint.expect.filter(
    (entry) => entry !== happy && entry.when === undefined && entry.burst === undefined,
  );
  if (open.some((entry) => codes.some((code) => fits(entry.codes, code)))) return "declared";
  return implied?.family === "2xx|3xx|4xx" ? "whatever" : "implied";
}
