import type { ServerResponse } from "node:http";

/** Waits before an answer; resolves at once with false when the client goes away, or the server closes. */
export function holdBack(outgoing: ServerResponse, delayMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      outgoing.off("close", leave);
      resolve(true);
    }, delayMs);
    const leave = () => {
      clearTimeout(timer);
      resolve(false);
    };
    outgoing.once("close", leave);
  });
}
