import type { Diagnostic } from "../../src/diagnostic/diagnostic.ts";
import { drawDiagnostic } from "../../src/diagnostic/frame.ts";
import type { Endpoint, Flow, Manifest, RequestShape } from "../../src/manifest/model.ts";
import { type ParsedManifest, parseManifest } from "../../src/manifest/parse.ts";

export type Texts = Readonly<Record<string, string>>;

/** Parses texts by their names; the first is the one that is asked for. */
export function parseTexts(texts: Texts, env?: Record<string, string>): ParsedManifest {
  const read = (file: string): string => {
    const text = Object.hasOwn(texts, file) ? texts[file] : undefined;
    if (text === undefined) throw Object.assign(new Error("missing"), { code: "ENOENT" });
    return text;
  };
  const [first = ""] = Object.keys(texts);
  return parseManifest([first], { read, ...(env && { env }) });
}

/** The manifest of a text that has no mistake; `more` are files it names. */
export function manifestOf(text: string, more: Texts = {}): Manifest {
  const { manifest, diagnostics, sources } = parseTexts({ "api.yaml": text, ...more });
  if (manifest === undefined || diagnostics.length > 0) {
    throw new Error(diagnostics.map((diagnostic) => drawDiagnostic(diagnostic, sources)).join("\n"));
  }
  return manifest;
}

/** The mistakes of a text. */
export function mistakesOf(text: string, more: Texts = {}): ReadonlyArray<Diagnostic> {
  return parseTexts({ "api.yaml": text, ...more }).diagnostics;
}

/** A suite with nothing but these lines below `endpoints:`. */
export function endpointsOf(lines: string, more: Texts = {}): ReadonlyArray<Endpoint> {
  return manifestOf(`baseUrl: http://localhost\nendpoints:\n${lines}`, more).endpoints;
}

/** The only endpoint of such a suite. */
export function endpointOf(lines: string, more: Texts = {}): Endpoint {
  return only(endpointsOf(lines, more));
}

export function flowOf(manifest: Manifest): Flow {
  return only(manifest.flows);
}

/** Parameter name -> its source. */
export function sourcesOf({ params }: RequestShape): Record<string, unknown> {
  return Object.fromEntries(params.map(({ name, source }) => [name, source]));
}

/** The text a span covers. */
export function textAt(
  manifest: Pick<Manifest, "sources">,
  span: { file: string; start: number; end: number },
): string {
  return manifest.sources.find(({ file }) => file === span.file)?.text.slice(span.start, span.end) ?? "";
}

export function only<T>(items: ReadonlyArray<T>): T {
  const [item, ...more] = items;
  if (item === undefined || more.length > 0) throw new Error(`expected one item, got ${items.length}`);
  return item;
}
