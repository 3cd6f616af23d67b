import { createMask, type Mask } from "../result/redact/mask.ts";
import { passwordOf } from "../result/redact/url-password.ts";
import type { Setting } from "./lane/batch.ts";

export type { Mask };

/** A mask for what a suite runs with. */
export function maskOf({ secrets, variables, redact }: Pick<Setting, "secrets" | "variables" | "redact">): Mask {
  return createMask([...secrets, ...passwordOf(variables.baseUrl ?? "")], redact);
}
