import type { Source } from "../../manifest/model.ts";
import type { Suite } from "../../run/suite.ts";
import type { Io } from "../io.ts";
import type { RunFlags } from "../run-flags.ts";

/** A suite with all of its plan, before anything of it is chosen. */
export interface LoadedSuite {
  readonly suite: Suite;
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
