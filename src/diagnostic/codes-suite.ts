import { didYouMean, entry, oneOf } from "./code-entry.ts";
import type { Span } from "./diagnostic.ts";
import { suggest } from "./suggest.ts";

/** What a metric of each unit is. */
const kinds: Readonly<Record<string, string>> = { share: "a share", ms: "a time", count: "a number of things" };

/** Mistakes in what concerns the whole suite. */
export const suiteCodes = {
  "key-given-twice": entry<{ key: string; first: Span }>({
    severity: "error",
    message: ({ key }) => `"${key}" is given in two files`,
    label: () => "keep one of the two",
    related: ({ first }) => ({ span: first, label: "given here first" }),
  }),
  "nothing-to-test": entry({
    severity: "error",
    message: () => "the manifest has neither endpoints nor flows",
    label: () => "add endpoints:",
  }),
  "missing-base-url": entry<{ environment?: string | undefined }>({
    severity: "error",
    message: ({ environment }) =>
      environment === undefined
        ? "the manifest has no baseUrl"
        : `the environment "${environment}" has no baseUrl, and the suite has none`,
    label: () => "add baseUrl: http://localhost:3000",
  }),
  "bad-base-url": entry<{ url: string; problem: string; hint?: string | undefined }>({
    severity: "error",
    message: ({ url, problem }) => `the baseUrl "${url}" ${problem}`,
    label: ({ hint }) => hint,
  }),
  "identity-kinds": entry<{ name: string; count: number }>({
    severity: "error",
    message: ({ name, count }) =>
      count === 0
        ? `the identity "${name}" has no credentials`
        : `the identity "${name}" has ${count} kinds of credentials`,
    label: () => "write one of bearer, basic, apiKey, digest, cookie",
  }),
  "unknown-identity": entry<{ name: string; nearest?: string | undefined; known: ReadonlyArray<string> }>({
    severity: "error",
    message: ({ name }) => `there is no identity "${name}" in auth`,
    label: ({ nearest, known }) => didYouMean(nearest) ?? oneOf(known) ?? "auth has none",
  }),
  "reserved-identity": entry({
    severity: "error",
    message: () => 'an identity cannot be called "none": it stands for no credentials',
  }),
  "unknown-rule": entry<{ id: string; nearest?: string | undefined }>({
    severity: "error",
    message: ({ id }) => `there is no rule "${id}"`,
    label: ({ nearest }) => didYouMean(nearest),
  }),
  "unknown-edge": entry<{ id: string; nearest?: string | undefined }>({
    severity: "error",
    message: ({ id }) => `there is no edge "${id}"`,
    label: ({ nearest }) => didYouMean(nearest) ?? "`newmanifest explain` lists them",
  }),
  "fixed-rule": entry<{ id: string }>({
    severity: "error",
    message: ({ id }) => `the level of the rule "${id}" is fixed`,
    label: () => "other cases are built on it",
  }),
  "unknown-policy": entry<{ name: string; nearest?: string | undefined; known: ReadonlyArray<string> }>({
    severity: "error",
    message: ({ name }) => `there is no policy "${name}"`,
    label: ({ nearest, known }) => didYouMean(nearest) ?? oneOf(known),
  }),
  "unknown-metric": entry<{ name: string; known: ReadonlyArray<string> }>({
    severity: "error",
    message: ({ name }) => `there is no metric "${name}"`,
    label: ({ name, known }) => didYouMean(suggest(name, known)) ?? oneOf(known),
  }),
  "bad-limit": entry<{ name: string; text: string; unit: string; example: string }>({
    severity: "error",
    message: ({ name, text }) => (text === "" ? `${name} has no limit` : `"${text}" is no limit of ${name}`),
    label: ({ example }) => `write "${example}"`,
  }),
  "wrong-unit": entry<{ name: string; text: string; unit: string; example: string }>({
    severity: "error",
    message: ({ name, text, unit }) => `${name} is ${kinds[unit] ?? unit}, and "${text}" is not`,
    label: ({ example }) => `write "${example}"`,
  }),
  "spaces-in-variable": entry<{ name: string }>({
    severity: "error",
    message: () => "spaces inside of {{ }} belong to the name, so this variable is never found",
    label: ({ name }) => `write {{${name}}}`,
  }),
  "unnamed-variable": entry<{ text: string }>({
    severity: "error",
    message: ({ text }) => `${text} names no variable`,
  }),
  "unknown-dynamic-variable": entry<{ name: string; nearest?: string | undefined }>({
    severity: "error",
    message: ({ name }) => `Postman has no dynamic variable {{${name}}}`,
    label: ({ nearest }) => (nearest === undefined ? undefined : `did you mean {{${nearest}}}?`),
  }),
  "variable-near-miss": entry<{ name: string; nearest: string }>({
    severity: "warning",
    message: ({ name }) => `nothing in the manifest gives {{${name}}} a value`,
    label: ({ nearest }) => `did you mean {{${nearest}}}?`,
  }),
  "unset-variable": entry<{ name: string; nearest?: string | undefined }>({
    severity: "warning",
    message: ({ name }) => `the environment variable ${name} is not set`,
    label: ({ nearest }) => didYouMean(nearest) ?? "set it, or write it into a file for --env-file",
  }),
  "unused-secret": entry<{ name: string; nearest?: string | undefined }>({
    severity: "warning",
    message: ({ name }) => `the secret "${name}" is used nowhere`,
    label: ({ nearest }) => didYouMean(nearest),
  }),
} as const;
