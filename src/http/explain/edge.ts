import { type Edge, sentIn, tierNames } from "../edge.ts";
import { type EdgeId, edges } from "../edges.ts";
import { page, row } from "./page.ts";
import { edgeTitle, familyWords } from "./words.ts";

/** How an edge provokes its code, where it is sent, and what is right for an answer. */
export function explainEdge(id: EdgeId): string {
  const edge: Edge = edges[id];
  const { codes, implied, byHand } = edge;
  return page(id, [
    row("case", edgeTitle(edge)),
    row("by hand", byHand),
    row("needs", edge.needs.map((need) => need.replaceAll("-", " ")).join(", ")),
    row("methods", edge.methods?.join(", ")),
    row("declared", codes.length === 0 ? undefined : declaredOf(codes)),
    row("also", edge.also && `${edge.also.join(", ")} is right as well, with a warning`),
    row("tier", byHand === undefined ? tierOf(edge) : undefined),
    row("implied", implied && `as ${familyWords(implied.family)}, where no code of it is declared`),
    row("tolerated", implied?.also && `${implied.also.join(", ")}, with a warning`),
    row("policy", edge.policy),
    row("may also", edge.mayReset && "drop the connection"),
    row("why", edge.why),
    row("trap", edge.trap),
    row("source", edge.source),
    row("switch", byHand === undefined ? `edges: { ${id}: off }` : undefined),
  ]);
}

function declaredOf(codes: ReadonlyArray<number>): string {
  const [only, ...more] = codes;
  const wanted =
    more.length === 0
      ? `${only}, where the endpoint declares it`
      : `the first of ${codes.join(", ")} that the endpoint declares`;
  return `expects ${wanted} without \`when\``;
}

function tierOf(edge: Edge): string {
  if (edge.inStandard !== undefined) return `sent in ${sentIn(edge)}`;
  return edge.tier === 3 ? `sent where \`edges:\` asks for it` : `sent from the profile ${tierNames[edge.tier]} on`;
}
