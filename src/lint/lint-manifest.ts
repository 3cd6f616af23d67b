import type { LintLevel, LintSetting } from "../http/lint.ts";
import { type LintId, type LintLevels, lints } from "../http/lints.ts";
import type { Manifest } from "../manifest/model.ts";
import { indexEndpoints } from "../plan/endpoint-index.ts";
import { finders } from "./finders.ts";
import type { Answer, Finding } from "./finding.ts";

/** A finding with the lint that found it, and how much it matters. */
export interface LintFinding extends Finding {
  readonly id: LintId;
  readonly level: LintLevel;
}

/** Whatever the lints find in a manifest, in the order of its text. `levels` go before what the manifest itself says. */
export function lintManifest(manifest: Manifest, levels: LintLevels = {}): ReadonlyArray<LintFinding> {
  const suite = { manifest, answers: answersOf(manifest), index: indexEndpoints(manifest) };
  const own = new Map(manifest.endpoints.map((endpoint) => [endpoint.id, endpoint.lints]));
  const found: LintFinding[] = [];
  for (const id of lintIds()) {
    if (levels[id] === "off") continue;
    for (const finding of finders[id](suite)) {
      const endpointLevels = finding.endpoint === undefined ? undefined : own.get(finding.endpoint);
      const level: LintSetting = levels[id] ?? endpointLevels?.[id] ?? manifest.lints[id] ?? lints[id].level;
      if (level !== "off") found.push({ ...finding, id, level });
    }
  }
  return inOrderOfText(found, manifest);
}

/** Everything the manifest declares to come back. */
function answersOf(manifest: Manifest): ReadonlyArray<Answer> {
  const declared = manifest.endpoints.flatMap((endpoint) =>
    endpoint.expect.map((expectation) => ({ expectation, request: endpoint, endpoint })),
  );
  const steps = manifest.flows.flatMap((flow) =>
    flow.steps.map((step) => ({ expectation: step.expectation, request: step, step })),
  );
  return [...declared, ...steps];
}

function lintIds(): ReadonlyArray<LintId> {
  return Object.keys(finders).filter((id): id is LintId => Object.hasOwn(lints, id));
}

function inOrderOfText(found: ReadonlyArray<LintFinding>, { sources }: Manifest): ReadonlyArray<LintFinding> {
  const files = new Map(sources.map(({ file }, index) => [file, index]));
  const rank = ({ span }: LintFinding): number => files.get(span.file) ?? sources.length;
  return [...found].sort((a, b) => rank(a) - rank(b) || a.span.start - b.span.start);
}
