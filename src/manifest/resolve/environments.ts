import type { Environment } from "../model.ts";
import { keyOf, placeOf, type SourceNode } from "../source-node.ts";
import type { Scope } from "./scope.ts";
import { requestText, requestTexts } from "./text.ts";

/** The environments, and the suite's baseUrl, which is that of the first where the suite itself has none. */
export interface Places {
  readonly baseUrl: string;
  readonly environments: ReadonlyArray<Environment>;
}

/** Where the suite can run. Without `environments` there is one, named default. */
export function resolveEnvironments(root: SourceNode, scope: Scope): Places {
  const suiteUrl = resolveBaseUrl(root.children.get("baseUrl"), scope);
  const environments: Environment[] = [];
  for (const [name, node] of root.children.get("environments")?.children ?? []) {
    environments.push(resolveEnvironment(name, node, { suiteUrl, scope }));
  }
  const baseUrl = suiteUrl ?? environments[0]?.baseUrl ?? "";
  if (environments.length === 0) {
    if (suiteUrl === undefined && !root.isBroken) {
      const { file, start } = root.span;
      scope.report({ code: "missing-base-url", args: {}, span: { file, start, end: start } });
    }
    environments.push({ name: "default", baseUrl, variables: {}, isReadOnly: false });
  }
  return { baseUrl, environments };
}

function resolveEnvironment(
  name: string,
  node: SourceNode,
  { suiteUrl, scope }: { readonly suiteUrl: string | undefined; readonly scope: Scope },
): Environment {
  const isShort = typeof node.value === "string";
  const baseUrl = resolveBaseUrl(isShort ? node : node.children.get("baseUrl"), scope) ?? suiteUrl;
  if (baseUrl === undefined && !node.isBroken) {
    scope.report({ code: "missing-base-url", args: { environment: name }, span: keyOf(node) });
  }
  return {
    name,
    baseUrl: baseUrl ?? "",
    variables: requestTexts(node.children.get("variables"), scope),
    isReadOnly: node.children.get("readOnly")?.value === true,
  };
}

function resolveBaseUrl(node: SourceNode | undefined, scope: Scope): string | undefined {
  if (node === undefined) return undefined;
  const url = requestText(node, scope).replace(/\/+$/, "");
  const fault = faultOf(url);
  if (fault) scope.report({ code: "bad-base-url", args: { url, ...fault }, span: placeOf(node) });
  return url;
}

interface Fault {
  readonly problem: string;
  readonly hint?: string;
}

const schemeHint = "write an http or https URL, or start with a {{variable}}";

function faultOf(url: string): Fault | undefined {
  if (url.startsWith("{{baseUrl}}")) return { problem: "names itself", hint: "use a variable of another name" };
  if (/^\{\{[^{}]+\}\}/.test(url)) return undefined;
  if (!/^https?:\/\//i.test(url)) return { problem: "does not start with http:// or https://", hint: schemeHint };
  if (/[?#]/.test(url))
    return { problem: "has a query or a fragment", hint: "end it with the path; query: belongs to endpoints" };
  // A variable may stand for any part, also for the port, which is checked here otherwise.
  return URL.canParse(url.replace(/\{\{[^{}]*\}\}/g, "1")) ? undefined : { problem: "is not a URL", hint: schemeHint };
}
