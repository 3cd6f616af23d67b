import { entry } from "./code-entry.ts";

/** Mistakes that show only when a suite is about to run. */
export const runCodes = {
  "variable-without-value": entry<{
    name: string;
    isFromProcess: boolean;
    environment: string;
    within?: string | undefined;
  }>({
    severity: "error",
    message: ({ name, isFromProcess, environment, within }) =>
      isFromProcess
        ? `\${${name}} is not set in the environment`
        : `the variable {{${name}}}${within === undefined ? "" : `, which is in the value of {{${within}}},`} has no value in the environment "${environment}"`,
    label: ({ name, isFromProcess }) =>
      isFromProcess
        ? `set ${name}, or pass --env-file`
        : `pass --env-var ${name}=..., or add it to the environment's variables`,
  }),
  "value-does-not-fit": entry<{ name: string; place: "path" | "query" | "json"; divider?: string | undefined }>({
    severity: "error",
    message: ({ name, place, divider }) => {
      if (place === "json") return `the value of {{${name}}} breaks the text of a JSON body that it stands in`;
      return `the value of {{${name}}} stands in a ${place}, and ${divider === undefined ? "is empty" : `has "${divider}" in it`}`;
    },
    label: ({ place, divider }) => {
      if (place === "json") return 'nobody escapes it: write \\" for ", \\n for a new line';
      if (divider === undefined) return "an empty value asks for another path";
      return `nobody encodes it: write ${encodeURIComponent(divider)}`;
    },
  }),
} as const;
