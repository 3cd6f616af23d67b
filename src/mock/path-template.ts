/** A path of the manifest, taken apart. */
export interface PathTemplate {
  readonly text: string;
  readonly segments: ReadonlyArray<Segment>;
  /** Parameter names in their order. */
  readonly names: ReadonlyArray<string>;
  /** The text without the names: two templates of one shape are the same resource. */
  readonly shape: string;
}

export interface Segment {
  readonly text: string;
  readonly pattern: RegExp;
  readonly names: ReadonlyArray<string>;
  /** Static segments come before mixed ones (`{id}.json`), these before parameters. */
  readonly rank: 0 | 1 | 2;
}

// `{{name}}` without a value is a parameter nobody knows anything of.
const parameter = /\{\{?([^{}]+)\}?\}/g;

/** Takes a path template apart. */
export function parsePathTemplate(text: string): PathTemplate {
  const segments = text.split("/").slice(1).map(parseSegment);
  const isRoot = segments.length === 1 && segments[0]?.text === "";
  const kept = isRoot ? [] : segments;
  return {
    text,
    segments: kept,
    names: kept.flatMap((segment) => segment.names),
    shape: text.replace(parameter, "{}"),
  };
}

function parseSegment(text: string): Segment {
  const names = [...text.matchAll(parameter)].map((match) => match[1] ?? "");
  const literals = text.split(new RegExp(parameter.source)).filter((_, index) => index % 2 === 0);
  const pattern = new RegExp(`^${literals.map((literal) => escaped(decoded(literal))).join("(.+?)")}$`, "su");
  const isWhole = names.length === 1 && literals.join("") === "";
  return { text, pattern, names, rank: names.length === 0 ? 0 : isWhole ? 2 : 1 };
}

/** The values of the parameters, in their order, where the decoded segments of a path fit the template. */
export function matchPath(template: PathTemplate, segments: ReadonlyArray<string>): string[] | undefined {
  if (segments.length !== template.segments.length) return undefined;
  const values: string[] = [];
  for (const [index, segment] of template.segments.entries()) {
    const match = segment.pattern.exec(segments[index] ?? "");
    if (!match) return undefined;
    values.push(...match.slice(1));
  }
  return values;
}

/** The collection that a parameter picks from: the path in front of its segment. */
export function collectionPathOf(template: PathTemplate, parameterIndex: number): string {
  let seen = 0;
  for (const [index, segment] of template.segments.entries()) {
    seen += segment.names.length;
    if (seen > parameterIndex) {
      const before = template.segments.slice(0, index).map(({ text }) => text);
      return `/${before.join("/")}`;
    }
  }
  return template.text;
}

/** The path with its parameters filled in; undefined when a value is missing. */
export function fillPath(text: string, values: ReadonlyMap<string, string>): string | undefined {
  let isComplete = true;
  const path = text.replace(parameter, (_, name: string) => {
    const value = values.get(name);
    if (value === undefined) isComplete = false;
    return encodeURIComponent(value ?? "");
  });
  return isComplete ? path : undefined;
}

/** A path below another; the root adds no second slash. */
export function joinPath(base: string, segment: string): string {
  return `${base === "/" ? "" : base}/${segment}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
