import { didYouMean, entry } from "./code-entry.ts";

/** Mistakes in the form of the manifest: keys and types. */
export const schemaCodes = {
  "unknown-key": entry<{ key: string; nearest?: string | undefined; hint?: string | undefined }>({
    severity: "error",
    message: ({ key }) => `unknown key "${key}"`,
    label: ({ nearest, hint }) => hint ?? didYouMean(nearest),
  }),
  "missing-key": entry<{ key: string }>({
    severity: "error",
    message: ({ key }) => `the key "${key}" is missing`,
    label: ({ key }) => `add ${key}: ...`,
  }),
  "wrong-type": entry<{ expected: string; got: string; hint?: string | undefined }>({
    severity: "error",
    message: ({ expected, got }) => `expected ${expected}, got ${got}`,
    label: ({ hint }) => hint,
  }),
  "bad-value": entry<{ value: string; expected: string; nearest?: string | undefined }>({
    severity: "error",
    message: ({ value, expected }) => `expected ${expected}, got "${value}"`,
    label: ({ nearest }) => didYouMean(nearest),
  }),
  "not-supported-yet": entry<{ key: string; instead: string }>({
    severity: "error",
    message: ({ key }) => `"${key}" is not supported in this version`,
    label: ({ instead }) => instead,
  }),
} as const;
