import { didYouMean, entry } from "./code-entry.ts";
import type { Span } from "./diagnostic.ts";

/** Mistakes in a file of known deviations. */
export const baselineCodes = {
  "not-a-baseline": entry<{ problem: string }>({
    severity: "error",
    message: ({ problem }) => `this is no file of known deviations: ${problem}`,
    label: () => "run with --update-baseline and --reason where there is no such file: that writes one",
  }),
  "empty-text": entry<{ key: string }>({
    severity: "error",
    message: ({ key }) => `the ${key} is empty`,
    label: ({ key }) => (key === "reason" ? "say why it is let pass, or name its ticket" : undefined),
  }),
  "bad-date": entry<{ text: string }>({
    severity: "error",
    message: ({ text }) => `"${text}" is no day`,
    label: () => "write the last day on which it is let pass: 2027-01-31",
  }),
  "deviation-twice": entry<{ case: string; rule: string; first: Span }>({
    severity: "error",
    message: ({ case: of, rule }) => `${rule} of "${of}" is there twice`,
    label: () => "keep one of the two",
    related: ({ first }) => ({ span: first, label: "given here first" }),
  }),
  "unknown-suite-rule": entry<{ id: string; nearest?: string | undefined }>({
    severity: "error",
    message: ({ id }) => `no rule of the suite is called "${id}"`,
    label: ({ nearest }) => didYouMean(nearest) ?? "name the case that breaks it",
  }),
  "unlikely-rule": entry<{ id: string; nearest?: string | undefined }>({
    // A test may be called like that.
    severity: "warning",
    message: ({ id }) => `there is no rule "${id}"`,
    label: ({ nearest }) => didYouMean(nearest) ?? "it can only be the title of a test",
  }),
} as const;
