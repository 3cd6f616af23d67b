import { entry } from "./code-entry.ts";
import type { Span } from "./diagnostic.ts";

/** Mistakes in a file as such: it cannot be read, or it is not YAML or JSON. */
export const sourceCodes = {
  "file-unreadable": entry<{ file: string; cause: string }>({
    severity: "error",
    message: ({ file, cause }) => `cannot read ${file}: ${cause}`,
  }),
  "yaml-syntax": entry<{ problem: string; hint?: string | undefined }>({
    severity: "error",
    message: ({ problem }) => problem,
    label: ({ hint }) => hint,
  }),
  "duplicate-key": entry<{ key: string; first: Span }>({
    severity: "error",
    message: ({ key }) => `the key "${key}" is given twice in the same map`,
    label: () => "keep one of the two",
    related: ({ first }) => ({ span: first, label: "given here first" }),
  }),
  "key-not-text": entry({
    severity: "error",
    message: () => "a key must be text",
    label: () => "put it in quotes, if it is meant as text",
  }),
  "unquoted-variable": entry<{ text: string }>({
    severity: "error",
    message: ({ text }) => `${text} without quotes is a map in YAML, not a variable`,
    label: ({ text }) => `write "${text}"`,
  }),
  "unknown-alias": entry<{ text: string }>({
    severity: "error",
    message: ({ text }) => `${text} without quotes is an alias in YAML, and there is no anchor of that name`,
    label: ({ text }) => `write "${text}", if it is meant as text`,
  }),
  "alias-in-itself": entry<{ text: string }>({
    severity: "error",
    message: ({ text }) => `the alias ${text} stands inside of what it names`,
  }),
  "merge-not-map": entry({
    severity: "error",
    message: () => "<< takes a map, or a list of maps",
  }),
  "too-deep": entry<{ limit: number }>({
    severity: "error",
    message: ({ limit }) => `nested more than ${limit} levels deep`,
  }),
  "too-large": entry({
    severity: "error",
    message: () => "the aliases of this file make it too large",
  }),
  "number-inexact": entry<{ text: string }>({
    severity: "warning",
    message: ({ text }) => `the number ${text} cannot be kept exactly`,
    label: () => "put it in quotes, if it is meant as text",
  }),
  "number-not-json": entry<{ text: string }>({
    severity: "error",
    message: ({ text }) => `${text} is not a number in JSON`,
    label: () => "put it in quotes, if it is meant as text",
  }),
  "include-cycle": entry<{ file: string }>({
    severity: "error",
    message: ({ file }) => `${file} includes itself`,
    label: () => "remove this include",
  }),
} as const;
