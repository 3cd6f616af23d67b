import type { Answer, Material } from "./material.ts";

/** Two codes for one thing: whichever a server prefers, it is the same kind of fault. */
const sameKind: ReadonlyMap<number, number> = new Map([
  [410, 404],
  [422, 400],
  [403, 401],
]);

/** What is too large or too strange is mostly refused by the server's software, before the API sees it. */
const ofSoftware: ReadonlySet<number> = new Set([408, 411, 413, 414, 417, 426, 431]);

/** Refused requests by what is wrong with them: the code that says it best. Several ways to break one thing are one kind. */
export function faultKinds({ answers }: Material): ReadonlyMap<number, ReadonlyArray<Answer>> {
  const kinds = new Map<number, Answer[]>();
  for (const answer of answers) {
    const [code] = answer.edge?.codes ?? [];
    const { status } = answer.response;
    if (code === undefined || ofSoftware.has(code) || !isOfClient(code) || !isOfClient(status)) continue;
    const kind = sameKind.get(code) ?? code;
    const group = kinds.get(kind);
    if (group) group.push(answer);
    else kinds.set(kind, [answer]);
  }
  return kinds;
}

function isOfClient(code: number): boolean {
  return code >= 400 && code < 500;
}
