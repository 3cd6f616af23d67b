import { suggest } from "../diagnostic/suggest.ts";
import { type FaultId, faults, isFaultId } from "../mock/faults.ts";
import { UsageError } from "./usage-error.ts";

/** A fault by its id. */
export function readFault(id: string): FaultId {
  if (isFaultId(id)) return id;
  const nearest = suggest(id, Object.keys(faults));
  const way = nearest === undefined ? "docs/faults.md lists them" : `did you mean "${nearest}"?`;
  throw new UsageError(`there is no fault "${id}": ${way}`);
}
