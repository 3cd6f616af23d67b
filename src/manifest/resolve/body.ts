import { posix } from "node:path";
import type { Span } from "../../diagnostic/diagnostic.ts";
import { suggest } from "../../diagnostic/suggest.ts";
import { exampleOf } from "../example/example-of.ts";
import { requiredFields } from "../example/required-fields.ts";
import { placeAt, sourceOf } from "../example/source.ts";
import { namedFile } from "../files.ts";
import type { Body, MultipartPart } from "../model.ts";
import { bodyKeys, type RequestInput } from "../schema/request.ts";
import { keyOf, partOf, placeOf, type SourceNode } from "../source-node.ts";
import { asObject, resolveObject } from "./file-contents.ts";
import type { Scope } from "./scope.ts";
import { requestJson, requestText, requestTexts } from "./text.ts";

/** The body of a request, of whichever kind it is; nothing when it has none. */
export function resolveBody(input: RequestInput, node: SourceNode, scope: Scope): Body | undefined {
  const given = bodyKeys.filter((key) => node.children.has(key));
  const [first, second] = given.join() === "body,bodySchema" ? ["body"] : given;
  if (first === undefined) return undefined;
  if (second !== undefined) {
    const place = keyOf(partOf(node, first));
    scope.report({
      code: "conflicting-keys",
      args: { keys: [first, second], first: place },
      span: keyOf(partOf(node, second)),
    });
  }
  switch (first) {
    case "body":
    case "bodySchema":
      return resolveJsonBody(input, node, scope);
    case "rawBody":
      return resolveRawBody(partOf(node, first), scope);
    case "form":
      return { kind: "form", fields: requestTexts(partOf(node, first), scope) };
    case "multipart":
      return { kind: "multipart", parts: [...partOf(node, first).children].map((part) => resolvePart(part, scope)) };
  }
  return undefined;
}

function resolveRawBody(node: SourceNode, scope: Scope): Body {
  if (typeof node.value === "string") return { kind: "raw", text: requestText(node, scope) };
  const contentType = node.children.get("contentType");
  return {
    kind: "raw",
    text: requestText(partOf(node, "text"), scope),
    ...(contentType && { contentType: requestText(contentType, scope) }),
  };
}

function resolvePart([name, node]: readonly [string, SourceNode], scope: Scope): MultipartPart {
  const file = node.children.get("file");
  return file ? { name, file: resolveFile(file, scope) } : { name, value: requestText(node, scope) };
}

/** Relative to the suite's first file. Newman leaves a file that is not there out without a word, so it must be there. */
function resolveFile(node: SourceNode, scope: Scope): string {
  const text = requestText(node, scope);
  if (text.includes("{{")) return text;
  scope.files.checkNamed(node);
  if (posix.isAbsolute(text)) return text;
  const [main] = scope.files.sources;
  return posix.relative(posix.dirname(main?.file ?? ""), namedFile(node));
}

function resolveJsonBody({ optional = [] }: RequestInput, node: SourceNode, scope: Scope): Body | undefined {
  const schemaNode = node.children.get("bodySchema");
  const schemaTree = schemaNode && resolveObject(schemaNode, scope);
  const schema = schemaTree && asObject(schemaTree);
  const place = keyOf(schemaNode ?? node);
  const body = node.children.get("body") ?? (schemaTree && exampleNode(schemaTree, place, scope));
  if (body === undefined) return undefined;
  const value = requestJson(body, scope);
  const fields = [...body.children.keys()];
  const required = schema && requiredFields(schema, value);
  const free = required ? fields.filter((field) => !required.includes(field)) : [];
  reportUnknownFields(node, fields, scope);
  return { kind: "json", value, optional: [...new Set([...free, ...optional])], ...(schema && { schema }) };
}

/** The schema's own example as it is written; where it has none, one that is made from what it says. */
function exampleNode(schemaTree: SourceNode, place: Span, { report }: Scope): SourceNode | undefined {
  const { children } = schemaTree;
  const own = children.get("example") ?? children.get("examples")?.children.get("0") ?? children.get("default");
  if (own !== undefined) return own;
  const made = exampleOf(asObject(schemaTree) ?? {});
  if (made.kind === "value") return sourceOf(made.value, place);
  report({ code: "missing-example", args: { problem: made.problem }, span: placeAt(schemaTree, made.at) });
  return undefined;
}

function reportUnknownFields(node: SourceNode, fields: ReadonlyArray<string>, { report }: Scope): void {
  for (const field of node.children.get("optional")?.children.values() ?? []) {
    const name = String(field.value);
    if (fields.includes(name)) continue;
    report({ code: "unknown-field", args: { name, nearest: suggest(name, fields) }, span: placeOf(field) });
  }
}
