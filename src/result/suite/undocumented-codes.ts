import { listed } from "./listed.ts";
import { type Answer, idsOf, type SuiteRule } from "./material.ts";

/** What any HTTP server may say: its authentication, its router, its gateway, and the mechanics of the protocol. */
const implicit: ReadonlySet<number> = new Set([
  206, 304, 400, 401, 403, 404, 405, 406, 411, 412, 413, 414, 415, 416, 417, 428, 429, 431,
]);

/** `suite-undocumented-codes`: an endpoint answered with a code that the manifest does not list for it. */
export const undocumentedCodes: SuiteRule = ({ run, answers }) => {
  const declared = new Map<string, Set<string>>();
  for (const { endpoint, origin, expected } of run.cases) {
    const codes = declared.get(endpoint) ?? new Set<string>();
    declared.set(endpoint, codes);
    if (origin === "declared") for (const pattern of expected.flatMap(split)) codes.add(pattern);
  }
  const found = answers.filter((answer) => isNew(answer, declared.get(answer.one.endpoint)));
  if (found.length === 0) return undefined;
  const names = found.map(({ one, response }) => `${one.endpoint} ${response.status}`);
  return { message: `answered and not declared: ${listed(names)}`, cases: idsOf(found) };
};

function isNew({ one, method, response: { status } }: Answer, declared: ReadonlySet<string> | undefined): boolean {
  // Another method is another endpoint, and so is where a redirect leads; a clean-up is declared elsewhere.
  if (one.origin !== "implied" || one.edge === undefined || method !== one.method) return false;
  if (implicit.has(status) || status >= 500 || declared === undefined || declared.size === 0) return false;
  return !declared.has(String(status)) && !declared.has(`${Math.floor(status / 100)}xx`);
}

function split(pattern: string): ReadonlyArray<string> {
  return pattern.split("|").map((part) => part.trim().toLowerCase());
}
