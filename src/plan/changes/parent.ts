import type { Endpoint, ParamSource } from "../../manifest/model.ts";

/** What a path says of the thing above the one that it ends with. */
export interface Parent {
  readonly name: string;
  readonly source: Extract<ParamSource, { readonly kind: "created" }>;
}

/** The nearest parameter before the last one, if the suite created what it is the id of. */
export function parentOf({ params }: Endpoint): Parent | undefined {
  const [parent, last] = params.slice(-2);
  if (parent?.source.kind !== "created" || last?.source.kind !== "created") return undefined;
  // Two ids of one thing are no parent and child.
  return parent.source.by === last.source.by ? undefined : { name: parent.name, source: parent.source };
}
