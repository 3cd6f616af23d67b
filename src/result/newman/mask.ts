import type { ReceivedResponse, SentRequest } from "../model.ts";

/** A response with all of its body; empty where nobody will look at it. */
export interface WholeResponse extends Omit<ReceivedResponse, "body" | "errorBody"> {
  readonly body: string;
}

/** Takes secrets out of whatever is kept of a report. */
export interface NewmanMask {
  readonly text: (text: string) => string;
  readonly request: (request: SentRequest) => SentRequest;
  /** `keptBody`: how much of the body stays, in characters; 0: none. */
  readonly response: (response: WholeResponse, keptBody: number) => ReceivedResponse;
  /** Remembers the values of secret fields of an exchange; called before anything of it is masked. Default: nothing is remembered. */
  readonly learn?: (exchange: {
    readonly request: SentRequest | undefined;
    readonly response: WholeResponse | undefined;
  }) => void;
}

/** Takes nothing out: for reports that are known to hold no secrets. */
export const noMask: NewmanMask = {
  text: (text) => text,
  request: (request) => request,
  response: ({ body, ...response }, keptBody) => ({
    ...response,
    ...(keptBody > 0 && body !== "" && { body: body.slice(0, keptBody) }),
  }),
};
