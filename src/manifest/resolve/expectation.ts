import type { Expectation, ResponseExpectation } from "../model.ts";
import type { EntryInput, ExpectInput } from "../schema/expectation.ts";
import { keyOf, partOf, type SourceNode } from "../source-node.ts";
import { resolveChange } from "./change.ts";
import { type ListedCode, resolveCodeKey, resolveCodes } from "./codes.ts";
import { resolveDuration } from "./duration.ts";
import type { EndpointKey } from "./endpoint-key.ts";
import { asObject, resolveObject } from "./file-contents.ts";
import { resolveHeaderExpectations } from "./headers.ts";
import type { Scope } from "./scope.ts";
import { resolveTests } from "./tests.ts";
import { requestJson } from "./text.ts";

/** What an endpoint or a step expects; the key says whose it is. */
export function resolveExpect(
  input: ExpectInput,
  { node, key }: { readonly node: SourceNode; readonly key: EndpointKey },
  scope: Scope,
): ReadonlyArray<Expectation> {
  if (typeof input !== "object" || Array.isArray(input)) {
    return resolveCodes(node, scope.report).map(({ pattern, span }) => ({
      codes: pattern,
      span,
      response: { headers: [] },
    }));
  }
  // Not in the order of the object: JavaScript sorts keys that are numbers.
  return [...node.children].flatMap(([text, entriesNode]) => {
    const entries = input[text] ?? null;
    const listed = resolveCodeKey(text, entriesNode, scope.report);
    const located = locateEntries(entries, entriesNode);
    return located.flatMap((entry) => listed.map((code) => resolveEntry(entry, { code, key }, scope)));
  });
}

interface LocatedEntry {
  readonly input: EntryInput;
  readonly node: SourceNode | undefined;
}

/** A code without more is an entry that asks for nothing else. */
function locateEntries(entries: EntryInput | EntryInput[] | null, node: SourceNode): ReadonlyArray<LocatedEntry> {
  if (entries === null || (Array.isArray(entries) && entries.length === 0)) return [{ input: {}, node: undefined }];
  if (!Array.isArray(entries)) return [{ input: entries, node }];
  return entries.map((input, index) => ({ input, node: partOf(node, index) }));
}

function resolveEntry(
  { input, node }: LocatedEntry,
  { code, key }: { readonly code: ListedCode; readonly key: EndpointKey },
  scope: Scope,
): Expectation {
  const { pattern, span } = code;
  if (node === undefined) return { codes: pattern, span, response: { headers: [] } };
  const { name, burst } = input;
  const when = node.children.get("when");
  if (burst !== undefined && !pattern.codes.includes(429) && !pattern.classes.includes(4)) {
    scope.report({ code: "burst-without-429", args: { code: pattern.text }, span: keyOf(partOf(node, "burst")) });
  }
  return {
    codes: pattern,
    ...(name !== undefined && { name }),
    ...(when && { when: resolveChange(when, key, scope) }),
    ...(burst !== undefined && { burst }),
    response: resolveResponse(node, scope),
    span,
  };
}

function resolveResponse({ children }: SourceNode, scope: Scope): ResponseExpectation {
  const body = children.get("body");
  const equals = children.get("equals");
  const schemaNode = children.get("schema");
  const schemaTree = schemaNode && resolveObject(schemaNode, scope);
  const schema = schemaTree && asObject(schemaTree);
  const underMs = resolveDuration(children.get("under"), scope);
  const tests = resolveTests(children.get("tests"), scope);
  return {
    headers: resolveHeaderExpectations(children.get("headers"), scope),
    ...(body && { body: body.value }),
    ...(equals && { equals: requestJson(equals, scope) }),
    ...(schema && { schema }),
    ...(underMs !== undefined && { underMs }),
    ...(tests !== undefined && { tests }),
  };
}
