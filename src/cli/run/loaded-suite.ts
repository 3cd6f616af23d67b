import type { Source } from "../../manifest/model.ts";
import type { Plan } from "../../plan/model.ts";
import type { Suite } from "../../run/suite.ts";
import type { Io } from "../io.ts";
import type { RunFlags } from "../run-flags.ts";

/** A suite before anything of it is chosen, and before anything is started for it. */
export interface LoadedSuite {
  /** All of it. */
  readonly plan: Plan;
  /** Makes what was chosen of the plan ready to run; undefined: what keeps it from that was said. */
  readonly start: (plan: Plan) => Promise<Suite | undefined>;
  /** Name of its environment; empty: it has none. */
  readonly environment: string;
  /** Its environment must not be changed. */
  readonly isReadOnly: boolean;
  readonly sources: ReadonlyArray<Source>;
  /** Ends what was started for it. */
  readonly close: () => Promise<void>;
}

export interface LoadContext {
  readonly flags: RunFlags;
  /** With what `--env-file` says. */
  readonly io: Io;
  /** Told the name of each file that is read. */
  readonly onRead?: (file: string) => void;
}
