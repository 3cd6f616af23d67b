import type { Endpoint, JsonPath, ParamSource, PathParam } from "../model.ts";
import type { SourceNode } from "../source-node.ts";
import { type EndpointKey, signatureOf } from "./endpoint-key.ts";
import { collectionOf, givenSource, paramPlace } from "./params.ts";
import type { Scope } from "./scope.ts";

/** A step that was sent before, as far as later ones depend on it. */
export interface EarlierStep {
  readonly key: EndpointKey;
  /** The declared endpoint it is a request of. */
  readonly base?: Endpoint;
  readonly save: Record<string, JsonPath>;
}

/** What is known where a step stands. */
export interface StepPlace {
  readonly earlier: ReadonlyArray<EarlierStep>;
  /** Whether all steps before could be understood: else nobody knows what they save. */
  readonly isComplete: boolean;
  readonly base?: Endpoint;
  readonly path?: SourceNode;
  readonly suitePath?: SourceNode;
}

/** Where each parameter of a step comes from: what the step says, an earlier step, the suite, the endpoint's literal. */
export function resolveStepParams(key: EndpointKey, place: StepPlace, scope: Scope): ReadonlyArray<PathParam> {
  const params: PathParam[] = [];
  for (const name of new Set(key.params)) {
    const given = givenSource(name, [place.path], scope);
    const source = given === undefined ? findSource(name, key, { place, scope }) : given;
    if (source) params.push({ name, source });
    else if (source === undefined && place.isComplete && !place.path?.isBroken) {
      const creator = creatorOf(name, key, place.earlier);
      const args = { param: name, creator: creator?.key.id };
      scope.report({ code: "step-param-without-source", args, span: paramPlace(key, name) });
    }
  }
  return params;
}

function findSource(
  name: string,
  key: EndpointKey,
  { place, scope }: { readonly place: StepPlace; readonly scope: Scope },
): ParamSource | null | undefined {
  const { earlier, base, suitePath } = place;
  if (earlier.some(({ save }) => Object.hasOwn(save, name))) return { kind: "saved", name };
  return (
    savedByCreator(name, creatorOf(name, key, earlier)) ??
    givenSource(name, [suitePath], scope) ??
    literalOf(name, key, base)
  );
}

/** The latest POST before this step whose path is the piece before the parameter. */
function creatorOf(name: string, key: EndpointKey, earlier: ReadonlyArray<EarlierStep>): EarlierStep | undefined {
  const signature = signatureOf(`POST ${collectionOf(key.path, name)}`);
  return earlier.findLast((step) => step.key.signature === signature);
}

function savedByCreator(name: string, creator: EarlierStep | undefined): ParamSource | undefined {
  if (creator === undefined) return undefined;
  const [only, ...more] = Object.keys(creator.save);
  if (only !== undefined && more.length === 0) return { kind: "saved", name: only };
  const capture = creator.base?.capture[name];
  if (capture === undefined) return undefined;
  creator.save[name] = capture;
  return { kind: "saved", name };
}

/** Parameters may have other names in the endpoint: their order is what counts. */
function literalOf(name: string, key: EndpointKey, base: Endpoint | undefined): ParamSource | undefined {
  const source = base?.params[key.params.indexOf(name)]?.source;
  return source?.kind === "literal" ? source : undefined;
}
