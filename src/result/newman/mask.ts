import type { Mask } from "../redact/mask.ts";

/** Takes nothing out: for reports that are known to hold no secrets. */
export const noMask: Mask = {
  text: (text) => text,
  request: (request) => request,
  response: ({ body, ...response }, keptBody) => ({
    ...response,
    ...(keptBody > 0 && body !== "" && { body: body.slice(0, keptBody) }),
  }),
  learn: () => {},
};
