/** What a syntax error of YAML means for the one who wrote it. */
export interface YamlProblem {
  readonly problem: string;
  readonly hint?: string;
}

/** By the parser's code; what is missing here is worded by the parser. */
export const yamlProblems: Readonly<Record<string, YamlProblem>> = {
  TAB_AS_INDENT: { problem: "a tab cannot indent in YAML", hint: "indent with spaces" },
  BAD_INDENT: {
    problem: "the indentation does not fit the lines above",
    hint: "entries of one map start in one column",
  },
  BLOCK_AS_IMPLICIT_KEY: {
    problem: "a second map starts in this line",
    hint: "put text that contains ': ' in quotes, or give the map a line of its own",
  },
  MULTILINE_IMPLICIT_KEY: { problem: "a key without a value", hint: "a key is followed by ': ', with the space" },
  BAD_SCALAR_START: { problem: "plain text cannot start with this character", hint: "put the text in quotes" },
  BAD_DQ_ESCAPE: {
    problem: "double quotes do not know this escape",
    hint: "write the backslash twice, or use single quotes",
  },
  BLOCK_IN_FLOW: {
    problem: "entries between { } or [ ] are separated by commas",
    hint: "a comma is missing before this",
  },
  UNEXPECTED_TOKEN: {
    problem: "this does not belong here",
    hint: "put text that contains { } [ ] or , in quotes",
  },
  MULTIPLE_DOCS: {
    problem: "a manifest is one document",
    hint: "put what follows --- in a file of its own, and include it",
  },
  TAG_RESOLVE_FAILED: { problem: "tags (!name) have no meaning in a manifest", hint: "put the text in quotes" },
};

const missing: ReadonlyArray<readonly [RegExp, YamlProblem]> = [
  [/closing ['"]quote/, { problem: "the closing quote is missing", hint: "opened here" }],
  [/end with a }/, { problem: "the closing } is missing", hint: "opened here" }],
  [/end with a ]/, { problem: "the closing ] is missing", hint: "opened here" }],
  [
    /need to be followed by map values/,
    { problem: "a key without a value", hint: "a key is followed by ': ', with the space" },
  ],
  [/separated by ,|Missing , /, { problem: "a comma is missing before this" }],
];

const unquotedVariable = /(?:^|[\s:,[])(\{\{[^{}"']*\}\}[^\s,}\]"']*)/;

/** The problem in plain words. `line` is the line it stands in. */
export function explainYaml(code: string, message: string, line: string): YamlProblem {
  const variable = unquotedVariable.exec(line)?.[1];
  if (variable !== undefined && (code === "UNEXPECTED_TOKEN" || code === "BLOCK_IN_FLOW" || code === "MISSING_CHAR")) {
    return { problem: "text that starts with {{ must stand in quotes", hint: `write "${variable}"` };
  }
  for (const [pattern, problem] of missing) if (pattern.test(message)) return problem;
  return yamlProblems[code] ?? { problem: message.replace(/^./, (first) => first.toLowerCase()) };
}
