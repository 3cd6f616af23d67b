import type { Endpoint, Manifest, PathParam } from "../manifest/model.ts";

/** The manifest with every `capture` written out at the parameters that take their value from it. */
export function resolveCaptures(manifest: Manifest): Manifest {
  const byId = new Map(manifest.endpoints.map((endpoint) => [endpoint.id, endpoint]));
  const resolve = (param: PathParam): PathParam => resolveParam(param, byId);
  return {
    ...manifest,
    endpoints: manifest.endpoints.map((endpoint) => ({ ...endpoint, params: endpoint.params.map(resolve) })),
  };
}

function resolveParam(param: PathParam, byId: ReadonlyMap<string, Endpoint>): PathParam {
  const { source } = param;
  if (source.kind !== "created" || source.get !== undefined) return param;
  const get = byId.get(source.by)?.capture[param.name];
  return get === undefined ? param : { ...param, source: { ...source, get } };
}
