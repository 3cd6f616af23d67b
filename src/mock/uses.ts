import type { Manifest, ParamSource, RequestShape, Step } from "../manifest/model.ts";
import type { StepUse, Use } from "./api.ts";
import { matchPath, type PathTemplate, parsePathTemplate } from "./path-template.ts";

/** Every request of a manifest on the route that will answer it: the endpoints, then the steps of flows. */
export function listUses(manifest: Manifest): ReadonlyArray<Use> {
  const templates = new Map<string, PathTemplate>();
  const uses: Use[] = [];
  for (const request of manifest.endpoints) {
    const template = routeFor(templates, request);
    uses.push({
      kind: "endpoint",
      key: keyOf(request, template),
      template,
      request,
      sources: sourcesOf(request, template),
    });
  }
  return [...uses, ...listStepUses(manifest, templates)];
}

function listStepUses(manifest: Manifest, templates: Map<string, PathTemplate>): StepUse[] {
  const places = manifest.flows.flatMap((flow, flowIndex) =>
    flow.steps.map((request, stepIndex) => ({ flow, flowIndex, stepIndex, request })),
  );
  // The ones with parameters make their routes first, so that a step that writes an id out finds the route it is an instance of.
  for (const { request } of places) {
    if (request.params.length > 0) routeFor(templates, request);
  }
  return places.map((place) => {
    const template = routeFor(templates, place.request);
    const sources = sourcesOf(place.request, template);
    return { kind: "step", key: keyOf(place.request, template), template, sources, ...place };
  });
}

/** The route of a request: the one of its shape, else one that it is an instance of, else a new one. */
function routeFor(templates: Map<string, PathTemplate>, request: RequestShape): PathTemplate {
  const own = parsePathTemplate(request.path);
  const known = templates.get(own.shape) ?? [...templates.values()].find((route) => isInstance(own, route));
  if (known && (isStep(request) || known.shape === own.shape)) return known.shape === own.shape ? own : known;
  templates.set(own.shape, own);
  return own;
}

function isStep(request: RequestShape): request is Step {
  return "expectation" in request;
}

/** Whether a path like `/users/7/orders/{order}` is one of `/users/{user}/orders/{order}`. */
function isInstance(path: PathTemplate, route: PathTemplate): boolean {
  if (path.segments.length !== route.segments.length) return false;
  return route.segments.every((segment, index) => {
    const own = path.segments[index];
    if (!own) return false;
    return own.names.length > 0 ? segment.rank === own.rank : segment.pattern.test(own.text);
  });
}

function keyOf(request: RequestShape, template: PathTemplate): string {
  return `${request.method} ${template.shape}`;
}

function sourcesOf(request: RequestShape, template: PathTemplate): ReadonlyArray<ParamSource | undefined> {
  const own = parsePathTemplate(request.path);
  const written = matchPath(
    template,
    own.segments.map(({ text }) => text),
  );
  return template.names.map((name, position) => {
    const text = written?.[position] ?? `{${name}}`;
    const [ownName] = parsePathTemplate(`/${text}`).names;
    if (ownName === undefined) return { kind: "literal", value: text };
    return request.params.find((param) => param.name === ownName)?.source;
  });
}
