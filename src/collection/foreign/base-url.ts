import type { ForeignRequest } from "./model.ts";
import { requestLine } from "./request-line.ts";
import type { Scopes } from "./scopes.ts";
import type { SetVariables } from "./scripts.ts";
import { namesIn } from "./used-variables.ts";

/** What is known of variables before a run. */
export interface KnownVariables {
  readonly scopes: Scopes;
  /** What scripts and data may change. */
  readonly set: SetVariables;
}

/** Where all requests go, `https://api.example`; empty: to several servers, or scripts and data decide it. */
export function foreignBaseUrl(requests: ReadonlyArray<ForeignRequest>, known: KnownVariables): string {
  const origins = new Set(requests.map(({ item }) => originOf(requestLine(item.request).origin, known)));
  const [origin] = origins;
  return origins.size === 1 ? (origin ?? "") : "";
}

function originOf(template: string | undefined, { scopes, set }: KnownVariables): string | undefined {
  if (template === undefined || isOpen(template, { scopes, set })) return undefined;
  const filled = scopes.fill(template);
  // Postman sends to http where nothing is said.
  const url = /^[a-z][\w+.-]*:\/\//i.test(filled) ? filled : `http://${filled}`;
  if (filled.includes("{{") || !URL.canParse(url)) return undefined;
  const { origin, protocol } = new URL(url);
  return /^https?:$/.test(protocol) ? origin : undefined;
}

/** Whether anything that it is made of may be something else when it is sent. */
function isOpen(template: string, { scopes, set }: KnownVariables): boolean {
  const names = new Set(namesIn(template));
  for (const name of names) {
    if (set.isOpen || set.names.has(name)) return true;
    for (const inner of namesIn(scopes.lookUp(name) ?? "")) names.add(inner);
  }
  return template.includes("{{$");
}
