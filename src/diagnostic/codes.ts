import type { Severity } from "./diagnostic.ts";

/** How a diagnostic is worded. `label` is the short text beside the carets: what to write instead. */
export interface CodeEntry<Args> {
  readonly severity: Severity;
  readonly message: (args: Args) => string;
  readonly label?: (args: Args) => string | undefined;
}

const entry = <Args = Record<string, never>>(value: CodeEntry<Args>): CodeEntry<Args> => value;

/** Every mistake a user can make, one entry each. */
export const codes = {
  "file-unreadable": entry<{ file: string; cause: string }>({
    severity: "error",
    message: ({ file, cause }) => `cannot read ${file}: ${cause}`,
  }),
  "yaml-syntax": entry<{ problem: string; hint?: string }>({
    severity: "error",
    message: ({ problem }) => problem,
    label: ({ hint }) => hint,
  }),
} as const;
