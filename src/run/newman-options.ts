import type { Connections } from "./connections.ts";
import type { NewmanCollection, NewmanRunOptions } from "./newman.ts";
import { timerMs } from "./timer-ms.ts";
import type { CollectionInput, Transport } from "./transport.ts";

/** What a Newman run is told. */
export interface OwnOptions {
  readonly variables: Readonly<Record<string, string>>;
  readonly input: CollectionInput;
  readonly transport: Transport;
  readonly timeoutRequestMs: number;
  readonly timeoutScriptMs: number;
  /** For the whole collection. */
  readonly timeoutMs: number;
}

/** The same in Newman's own words. */
export function newmanOptions(
  collection: object,
  options: OwnOptions,
  agents: Connections["agents"] | undefined,
): NewmanRunOptions {
  const { hasProxy: _, ratePerSecond: _rate, maxPerHost: _most, ...transport } = options.transport;
  const { environment, globals, iterationData, iterationCount } = options.input;
  const envVar = Object.entries(options.variables).map(([key, value]) => ({ key, value }));
  return {
    ...transport,
    collection: collection as NewmanCollection,
    environment: environment ?? { values: [] },
    envVar,
    ...(globals !== undefined && { globals }),
    ...(iterationData !== undefined && { iterationData }),
    ...(iterationCount !== undefined && { iterationCount }),
    reporters: [],
    timeout: timerMs(options.timeoutMs),
    timeoutRequest: timerMs(options.timeoutRequestMs),
    timeoutScript: timerMs(options.timeoutScriptMs),
    ...(agents && { requestAgents: agents }),
  };
}
