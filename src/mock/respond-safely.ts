import type { Api } from "./api.ts";
import type { Fault } from "./fault.ts";
import { refuse } from "./refuse.ts";
import type { MockRequest } from "./request.ts";
import { respond } from "./respond.ts";
import { respondFaulty } from "./respond-faulty.ts";
import type { MockResponse } from "./response.ts";
import type { State } from "./state.ts";

/** What answers, and the mistake that it makes. */
export interface Answering {
  readonly api: Api;
  readonly state: State;
  readonly fault: Fault | undefined;
}

/** A bug of the mock is a 500 that tells the client nothing and the log everything. */
export function respondSafely(
  request: MockRequest,
  { api, state, fault }: Answering,
  path: string,
): { response: MockResponse; reason: string } {
  try {
    const response = fault ? respondFaulty(request, { fault, state, api }) : respond(request, state, api);
    return { response, reason: response.reason };
  } catch (cause) {
    const response = refuse({ code: 500, reason: "something unexpected went wrong" }, { api, path });
    return { response, reason: `a bug in the mock: ${cause instanceof Error ? cause.message : String(cause)}` };
  }
}
