import type { CaseRun } from "../model.ts";
import { type Endpoint, endpointOf } from "./endpoint.ts";
import type { ReportItem } from "./schema.ts";

type Told = Pick<CaseRun, "id" | "title" | "expected" | "origin" | "edge" | "manifest" | "why" | "source"> & Endpoint;

/** What an item of a collection that newmanifest generated tells of its case. */
export interface GeneratedCase extends Told {
  /** As a clean-up, or what follows from an answer: its script leaves it out where there is nothing to do. */
  readonly isSentAtWill: boolean;
}

const origins: ReadonlyArray<readonly [RegExp, CaseRun["origin"]]> = [
  [/^declared in the manifest$/, "declared"],
  [/^owed by every API of this profile$/, "implied"],
  [/^needed by the other cases$/, "support"],
  // A few of them are owed by the profile, as the plan knows; the collection does not say.
  [/^follows from an answer declared in the manifest$/, "support"],
];

/**
 * The case of an item that newmanifest generated, as its description tells it; undefined: somebody else wrote it. What no collection
 * holds cannot be known: the column of its place, the cases that it needs and those that spoil it (so that no case is `inconclusive`
 * for another one's sake), rules whose titles speak of the manifest, and warnings.
 */
export function generatedCase({ name, request, event }: ReportItem): GeneratedCase | undefined {
  const lines = request?.description.split("\n") ?? [];
  const id = factOf(lines, "case");
  const source = lines.find((line) => line.startsWith("- source: "))?.slice("- source: ".length);
  const [word, origin] = originOf(lines) ?? [];
  const place = placeOf(word === undefined ? undefined : factOf(lines, word));
  if (id === undefined || source === undefined || origin === undefined || place === undefined) return undefined;
  const [, expected, why] = /^Expects (?:that )?(.*?): (.*)\.$/.exec(lines[0] ?? "") ?? [];
  const edge = factOf(lines, "edge");
  return {
    id,
    title: name,
    ...(titleEndpoint(name) ?? endpointOf(request)),
    expected: [patternIn(expected) ?? patternOfId(id)].flatMap((pattern) => pattern ?? []),
    origin,
    ...(edge !== undefined && { edge }),
    manifest: place,
    why: why ?? "",
    source,
    isSentAtWill: event.some(({ script }) => script?.exec.some((line) => line.includes("pm.execution.skipRequest("))),
  };
}

/** ``- case: `POST /books > 409` ``. */
function factOf(lines: ReadonlyArray<string>, name: string): string | undefined {
  const start = `- ${name}: \``;
  return lines.findLast((line) => line.startsWith(start) && line.endsWith("`"))?.slice(start.length, -1);
}

function originOf(lines: ReadonlyArray<string>): readonly [string, CaseRun["origin"]] | undefined {
  for (const line of lines) {
    const word = /^- ([^:]*): `/.exec(line)?.[1] ?? "";
    const origin = origins.find(([pattern]) => pattern.test(word))?.[1];
    if (origin !== undefined) return [word, origin];
  }
  return undefined;
}

/** `newmanifest.yaml:14`. */
function placeOf(text: string | undefined): CaseRun["manifest"] | undefined {
  const [, file = "", line] = /^(.*):(\d{1,9})$/.exec(text ?? "") ?? [];
  return line === undefined ? undefined : { file, line: Number(line), column: 1, length: 0 };
}

/** `POST /books -> 409 when it exists already`; a step of a flow has its number before it. */
function titleEndpoint(title: string): Endpoint | undefined {
  const [, method = "", path = ""] = /^(?:\d+ )?([^\s>]+) (\S.*?) -> /.exec(title) ?? [];
  return method === "" ? undefined : { method, path, endpoint: `${method} ${path}` };
}

const noServerError = "2xx|3xx|4xx";

/** `**409 Conflict**`, `**400 or 422**`, `**no server error but 501**`: the pattern that was described so. */
function patternIn(text: string | undefined): string | undefined {
  const described = /^\*\*(.*)\*\*$/.exec(text ?? "")?.[1];
  const but = /^no server error(?: but ([\d, ]+))?$/.exec(described ?? "");
  if (but) return [noServerError, ...(but[1]?.split(", ") ?? [])].join("|");
  const alone = /^(\d{3})\b(?! or)/.exec(described ?? "")?.[1];
  if (alone !== undefined) return alone;
  return /^\w{3}( or \w{3})*$/.test(described ?? "") ? described?.replaceAll(" or ", "|") : undefined;
}

/** Where the description says something else: `GET /books > 200 other validator`. */
function patternOfId(id: string): string | undefined {
  const shown = / > (no 5xx|[1-5][\dx]{2}(?:\|[1-5][\dx]{2})*)(?= |$)/.exec(id)?.[1];
  return shown === "no 5xx" ? noServerError : shown;
}
