import type { FaultProof } from "../prove/model.ts";
import type { Io } from "./io.ts";

/** How far a proof has come: one live line on a terminal, a line every ten seconds elsewhere. */
export interface ProofProgress {
  readonly start: (total: number) => void;
  readonly step: (fault: FaultProof) => void;
  readonly end: () => void;
}

const everyMs = 10_000;

/** Counts faults on stderr: `12/107 faults, 1 not caught  no-location`. */
export function createProofProgress(io: Io, now: () => number = Date.now): ProofProgress {
  let [total, done, missed, saidAt] = [0, 0, 0, now()];
  return {
    start: (count) => {
      total = count;
    },
    step: ({ id, verdict }) => {
      done += 1;
      if (verdict !== "caught") missed += 1;
      const text = `${done}/${total} faults${missed > 0 ? `, ${missed} not caught` : ""}  ${id}`;
      if (io.isInteractive) io.stderr(`\r\u001b[2K${text.slice(0, io.width - 1)}`);
      else if (now() - saidAt >= everyMs) {
        saidAt = now();
        io.stderr(`${text}\n`);
      }
    },
    end: () => {
      if (io.isInteractive) io.stderr("\r\u001b[2K");
    },
  };
}
