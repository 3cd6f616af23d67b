import { connect } from "node:net";
import type { ObservedError } from "./execution.ts";
import { timerMs } from "./timer-ms.ts";

/**
 * Whether anything listens where the suite is about to send everything: one TCP connection, closed at once. Resolves with
 * what went wrong, or nothing. Behind a proxy it is the proxy's to say, so nothing is tried then.
 */
export async function firstContact(
  baseUrl: string,
  { timeoutMs, hasProxy }: { readonly timeoutMs: number; readonly hasProxy: boolean },
): Promise<ObservedError | undefined> {
  if (hasProxy || !URL.canParse(baseUrl)) return undefined;
  const { hostname, port, protocol } = new URL(baseUrl);
  const host = hostname.replace(/^\[|\]$/g, "");
  return new Promise((resolve) => {
    const socket = connect({
      host,
      port: Number(port || (protocol === "https:" ? 443 : 80)),
      timeout: timerMs(timeoutMs),
    });
    const end = (error?: ObservedError) => {
      socket.destroy();
      resolve(error);
    };
    socket.once("connect", () => end());
    socket.once("timeout", () =>
      end({ code: "ETIMEDOUT", message: `no answer from ${baseUrl} within ${timeoutMs} ms` }),
    );
    socket.once("error", (error: NodeJS.ErrnoException) => end(wordError(error, baseUrl)));
  });
}

const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens at",
  ENOTFOUND: "there is no host of that name:",
  EAI_AGAIN: "the name could not be looked up:",
  EHOSTUNREACH: "there is no way to",
  ENETUNREACH: "there is no way to",
};

function wordError(error: NodeJS.ErrnoException, baseUrl: string): ObservedError {
  const code = error.code ?? "ERROR";
  const known = words[code];
  return {
    code,
    message: known === undefined ? `${baseUrl}: ${error.message || code}` : `${known} ${baseUrl} (${code})`,
  };
}
