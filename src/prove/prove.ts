import { type FaultId, faults } from "../mock/faults.ts";
import { exitCode, exitCodes } from "../result/exit-code.ts";
import type { Run } from "../result/model.ts";
import { inLanes } from "./in-lanes.ts";
import { judgeFault } from "./judge.ts";
import { prepare, type Subject } from "./material.ts";
import type { FaultProof, Proof } from "./model.ts";
import { judgeInThreads } from "./threads.ts";

export interface ProveOptions extends Subject {
  /** Only these faults; default: all. */
  readonly only?: ReadonlyArray<FaultId>;
  /** Threads; 1: none but this one. Default: 1. */
  readonly workers?: number;
  readonly now?: () => number;
  /** Called before the first fault. */
  readonly onStart?: (total: number) => void;
  /** Called as each fault is judged. */
  readonly onFault?: (proof: FaultProof) => void;
}

/** A proof, or the run without a fault that is not green: then nothing can be said. */
export type Proved =
  | { readonly kind: "proof"; readonly proof: Proof }
  | { readonly kind: "not green"; readonly run: Run };

/** Faults that one thread puts in at the same time: most of their time is waiting. */
const atOnce = 3;

/** Runs a suite against its mock without a fault, and once more for each fault that the API could have. */
export async function proveSuite(options: ProveOptions): Promise<Proved> {
  const { only, workers = 1, now = Date.now, onStart, onFault } = options;
  const startedAt = now();
  const material = prepare(options);
  const baseline = await material.run(material.plan.groups);
  if (exitCode(baseline) !== exitCodes.proven) return { kind: "not green", run: baseline };
  const asked = only ?? (Object.keys(faults) as FaultId[]);
  const applicable = asked.filter((id) => (material.sites.get(id)?.length ?? 0) > 0);
  onStart?.(applicable.length);
  const judged = new Map<FaultId, FaultProof>();
  const note = (proof: FaultProof): void => {
    judged.set(proof.id, proof);
    onFault?.(proof);
  };
  if (workers === 1) await inLanes(applicable, atOnce, async (id) => note(await judgeFault(id, material)));
  else await judgeInThreads(applicable, { subject: subjectOf(options), workers, atOnce, onFault: note });
  const proof = {
    suite: material.plan.suite,
    cases: baseline.cases.length,
    faults: applicable.flatMap((id) => judged.get(id) ?? []),
    inapplicable: asked.filter((id) => !applicable.includes(id)),
    durationMs: now() - startedAt,
  };
  return { kind: "proof", proof };
}

function subjectOf({ manifest, variables, workingDir }: ProveOptions): Subject {
  return { manifest, variables, ...(workingDir !== undefined && { workingDir }) };
}

/** Of the faults that the API could have, the share that turns the suite red: from 0 to 1. */
export function caughtShare({ faults: judged }: Proof): number {
  if (judged.length === 0) return 1;
  return judged.filter(({ verdict }) => verdict === "caught").length / judged.length;
}
