import type { Report } from "../../diagnostic/diagnostic.ts";
import { isAlertProblem, parseAlert } from "../../http/alert/alert-text.ts";
import type { ManifestAlert } from "../model.ts";
import { keyOf, placeOf, type SourceNode, scalarText } from "../source-node.ts";

/** `alerts:` with nothing but metrics that exist and limits that can be read. */
export function resolveAlerts(node: SourceNode | undefined, report: Report): ReadonlyArray<ManifestAlert> {
  const alerts: ManifestAlert[] = [];
  for (const [metric, child] of node?.children ?? []) {
    // What is no scalar is reported with the form of the file.
    if (child.isBroken || child.raw === undefined) continue;
    const parsed = parseAlert(metric, scalarText(child));
    if (isAlertProblem(parsed)) report({ ...parsed, span: parsed.at === "metric" ? keyOf(child) : placeOf(child) });
    else alerts.push({ text: `${parsed.name} ${parsed.words}`, span: keyOf(child) });
  }
  return alerts;
}
