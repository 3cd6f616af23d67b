import { entry } from "./code-entry.ts";

/** Mistakes that show only when a suite is about to run. */
export const runCodes = {
  "variable-without-value": entry<{ name: string; isFromProcess: boolean; environment: string }>({
    severity: "error",
    message: ({ name, isFromProcess, environment }) =>
      isFromProcess
        ? `\${${name}} is not set in the environment`
        : `the variable {{${name}}} has no value in the environment "${environment}"`,
    label: ({ name, isFromProcess }) =>
      isFromProcess
        ? `set ${name}, or pass --env-file`
        : `pass --env-var ${name}=..., or add it to the environment's variables`,
  }),
} as const;
