import type { FaultProof, Proof } from "../model.ts";
import { caughtShare } from "../prove.ts";

/** `104 of 107 faults caught (97.2%)`. */
export function headline(proof: Proof): string {
  const { faults } = proof;
  const caught = faults.filter(({ verdict }) => verdict === "caught").length;
  return `${caught} of ${faults.length} ${faults.length === 1 ? "fault" : "faults"} caught (${percent(caughtShare(proof))})`;
}

/** Rounded down, so that 100% means all of them. */
export function percent(share: number): string {
  return `${Math.floor(share * 1000) / 10}%`;
}

/** The faults that turned nothing red, the missed ones first. */
export function notCaught({ faults }: Proof): ReadonlyArray<FaultProof> {
  const of = (verdict: FaultProof["verdict"]) => faults.filter((fault) => fault.verdict === verdict);
  return [...of("missed"), ...of("warned")];
}

/** `POST /books and 3 more`. */
export function placesOf({ endpoints }: FaultProof): string {
  const [first = "", ...others] = endpoints;
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}

/** What a fault that was not caught wants, in a sentence or two. */
export function whatToDo({ remedies }: FaultProof): string {
  const [first = "", second, ...others] = remedies;
  const rest = others.length === 0 ? "" : `, and ${others.length} more like it`;
  return second === undefined ? first : `${first}; ${second}${rest}`;
}
