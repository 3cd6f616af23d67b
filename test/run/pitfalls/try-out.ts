import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import { parseManifest } from "../../../src/manifest/parse.ts";
import type { Run } from "../../../src/result/model.ts";
import { outcomes } from "../../../src/result/outcome.ts";
import { resolveValues } from "../../../src/run/values.ts";
import { listen, readText } from "../../servers/listen.ts";
import { manifestOf, runAgainst } from "../../support/suite.ts";

/** A request as it came. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export type Answer = (response: ServerResponse, request: Seen) => void;

/** Sends JSON. */
export function send(response: ServerResponse, status: number, value: unknown = { a: 1 }): void {
  response.statusCode = status;
  response.setHeader("Content-Type", "application/json");
  response.end(JSON.stringify(value));
}

/** Calls everything right. */
export const yes: Answer = (response) => send(response, 200);

/** The text of a manifest that sends what it declares, and no more. */
export function textOf(manifest: object): string {
  return JSON.stringify({ name: "Pitfall", baseUrl: "http://localhost:1", profile: "minimal", ...manifest });
}

/** Runs a manifest against a server of its own; resolves with what the server saw as well. */
export async function tryOut(
  manifest: object,
  answer: Answer = yes,
  options: Parameters<typeof runAgainst>[2] = {},
): Promise<{ readonly run: Run; readonly seen: ReadonlyArray<Seen> }> {
  const seen: Seen[] = [];
  const server = await listen(
    async (request, response) => {
      const { method = "", url = "", headers } = request;
      // A client that gives up in the middle of its body is seen all the same.
      const one = { method, url, headers, body: await readText(request).catch(() => "") };
      seen.push(one);
      answer(response, one);
    },
    () => 0,
  );
  try {
    return { run: await runAgainst(server.url, textOf(manifest), options), seen };
  } finally {
    await server.close();
  }
}

/** `outcome title`, of every case. */
export function states(run: Run): ReadonlyArray<string> {
  const became = outcomes(run.cases);
  return run.cases.map(({ id, title }) => `${became.get(id)} ${title}`);
}

/** The codes of the errors for which a manifest is refused. */
export function mistakes(manifest: object): ReadonlyArray<string> {
  const text = textOf(manifest);
  return parseManifest(["api.yaml"], { read: () => text }).diagnostics.map(({ code }) => code);
}

/** The mistakes that show when variables have these values. */
export function unfit(manifest: object, values: Record<string, string>) {
  const parsed = manifestOf(textOf(manifest));
  const [environment] = parsed.environments;
  if (environment === undefined) throw new Error("no environment");
  return resolveValues(parsed, { environment, overrides: values, process: {} }).diagnostics.map(({ code, args }) => ({
    code,
    args,
  }));
}
