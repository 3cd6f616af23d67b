import { didYouMean, entry, oneOf } from "./code-entry.ts";

/** Mistakes in a Postman collection that nobody generated, and in what it is run with. */
export const collectionCodes = {
  "json-syntax": entry<{ problem: string; hint?: string | undefined }>({
    severity: "error",
    message: ({ problem }) => problem,
    label: ({ hint }) => hint,
  }),
  "not-a-collection": entry<{ problem: string }>({
    severity: "error",
    message: ({ problem }) => `this is no Postman collection: ${problem}`,
    label: () => "export it from Postman as Collection v2.1",
  }),
  "collection-v1": entry({
    severity: "error",
    message: () => "this is a collection of version 1, which is not read",
    label: () => "import it into Postman, and export it as Collection v2.1",
  }),
  "bad-item": entry<{ problem: string; hint?: string | undefined }>({
    severity: "error",
    message: ({ problem }) => problem,
    label: ({ hint }) => hint,
  }),
  "empty-collection": entry<{ name: string; folder?: string | undefined }>({
    severity: "error",
    message: ({ name, folder }) =>
      folder === undefined
        ? `the collection "${name}" has no request: a run of it would prove nothing`
        : `the folder "${folder}" of "${name}" has no request: a run of it would prove nothing`,
    label: ({ folder }) => (folder === undefined ? "add a request" : "name another folder"),
  }),
  "unknown-folder": entry<{ name: string; nearest?: string | undefined; known: ReadonlyArray<string> }>({
    severity: "error",
    message: ({ name }) => `the collection has neither a folder nor a request "${name}"`,
    label: ({ nearest, known }) => didYouMean(nearest) ?? oneOf(known),
  }),
  "bad-values": entry<{ file: string; problem: string; hint?: string | undefined }>({
    severity: "error",
    // It has no place: the line may hold a secret.
    message: ({ file, problem, hint }) => `${file}: ${problem}${hint === undefined ? "" : ` (${hint})`}`,
  }),
  "undefined-variable": entry<{ name: string; isEmpty: boolean; setIn?: string; remedy?: string }>({
    severity: "warning",
    message: ({ name, isEmpty, setIn }) => {
      const sent = isEmpty ? "it is sent empty" : "it is sent as it stands";
      return setIn === undefined
        ? `nothing gives {{${name}}} a value: ${sent}`
        : `only scripts of "${setIn}" give {{${name}}} a value, and they do not run with this: ${sent}`;
    },
    label: ({ name, remedy }) => {
      if (name !== name.trim()) return `blanks are part of a name: write {{${name.trim()}}}`;
      return remedy ?? `pass --env-var ${name}=..., or an environment that has it`;
    },
  }),
  "file-not-sent": entry<{ file: string; cause: string }>({
    severity: "warning",
    message: ({ file, cause }) => `a file${file === "" ? "" : ` (${file})`} is left out of this request: ${cause}`,
    label: ({ file }) => (file === "" ? "choose one in Postman" : "pass --working-dir, the folder that it is in"),
  }),
} as const;
