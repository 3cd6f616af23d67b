import type { TransportFault } from "./execution.ts";
import { observedError } from "./observed-error.ts";

/** What Newman knows of a request and its redirects, also where it failed. */
export interface RequestHistory {
  readonly execution?: { readonly data?: ReadonlyArray<{ readonly response?: { readonly statusCode?: number } }> };
}

/** More than is shown: secrets are taken out of it before it is cut. */
const keptRest = 4000;

/** An error of the transport with what shows whose fault it is. */
export function transportFault(error: unknown, history: RequestHistory | undefined, isFirst: boolean): TransportFault {
  const status = history?.execution?.data?.at(-1)?.response?.statusCode;
  const rest = restOf(error);
  return {
    ...observedError(error),
    ...(status !== undefined && { status }),
    ...(rest !== undefined && { rest }),
    isFirst,
  };
}

/** Node's parser hands over the bytes it was reading, and says how many of them it had taken. */
function restOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  if (!("rawPacket" in error && error.rawPacket instanceof Uint8Array)) return undefined;
  if (!("bytesParsed" in error && typeof error.bytesParsed === "number")) return undefined;
  // Data after `Connection: close` is refused when its first byte has been taken.
  const isTaken = "code" in error && error.code === "HPE_CLOSED_CONNECTION";
  const start = Math.max(0, error.bytesParsed - (isTaken ? 1 : 0));
  return Buffer.from(error.rawPacket.subarray(start, start + keptRest)).toString("latin1");
}
