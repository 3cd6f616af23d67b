import type { Fault } from "../fault.ts";
import { chain, coded, instead, spoil, withHeader, withStatus, withText } from "./answer.ts";
import { all, declaring, method } from "./where.ts";

const reserved = "the guide: reserve 500 for unexpected conditions that don't fit other categories";

/** One code in the place of a better one. */
export const codeFaults = {
  "gone-is-404": {
    mistake: "what was deleted is a 404 where a 410 was promised",
    breaks: "the guide: 410 explicitly says that the resource was intentionally deleted",
    at: declaring(410),
    serve: instead([410], 404),
    remedy: { declare: 410 },
  },
  "precondition-is-409": {
    mistake: "a failed precondition is a 409",
    breaks: "RFC 9110, 13.1.1: 412 where the condition is false",
    at: declaring(412),
    serve: instead([412], 409),
    remedy: { declare: 412 },
  },
  "method-is-404": {
    mistake: "a wrong method is a 404 where a 405 was promised",
    breaks: "the guide: 405 when the method isn't supported for this endpoint",
    at: declaring(405),
    serve: instead([405], 404),
    remedy: { declare: 405 },
  },
  "media-type-is-400": {
    mistake: "an unknown media type is a 400 where a 415 was promised",
    breaks: "RFC 9110, 15.5.16",
    at: declaring(415),
    serve: instead([415], 400),
    remedy: { declare: 415 },
  },
  "too-large-is-500": {
    mistake: "a body that is too large is a 500",
    breaks: "the guide: 413 when the file exceeds the size limit",
    at: declaring(413),
    serve: instead([413], 500),
    remedy: { declare: 413 },
  },
  "range-is-500": {
    mistake: "a range behind the end is a 500",
    breaks: "RFC 9110, 15.5.17",
    at: declaring(416),
    serve: instead([416], 500),
    remedy: { declare: 416 },
  },
  "limit-is-503": {
    mistake: "too many requests are a 503",
    breaks: "the guide: 429 when the client has exceeded rate limits",
    at: declaring(429),
    serve: instead([429], 503),
    remedy: { declare: 429 },
  },
  "limit-is-403": {
    mistake: "too many requests are a 403",
    breaks: "the guide: 429 when the client has exceeded rate limits",
    at: declaring(429),
    serve: instead([429], 403),
    remedy: { declare: 429 },
  },
  "down-is-500": {
    mistake: "a service that is down is a 500",
    breaks: "the guide: database connection failures should return 503",
    at: declaring(503),
    serve: instead([503], 500),
    remedy: { declare: 503 },
  },
  "gateway-is-500": {
    mistake: "a service behind this one fails, and the answer is a 500",
    breaks: reserved,
    at: declaring(502, 504),
    serve: instead([502, 504], 500),
    remedy: { declare: 502 },
  },
  "payment-is-400": {
    mistake: "a declined payment is a 400",
    breaks: "the guide: 402 when the payment method is declined",
    at: declaring(402),
    serve: instead([402], 400),
    remedy: { declare: 402 },
  },
  "moved-is-302": {
    mistake: "what has moved for good is redirected as if for now",
    breaks: "the guide: don't use 302 Found when you mean permanent redirect",
    at: declaring(301, 308),
    serve: spoil(coded(301, 308), withStatus(302)),
    remedy: { declare: 301 },
  },
  "found-is-301": {
    mistake: "what is elsewhere for now is redirected for good",
    breaks: "the guide: choose between 301 and 302/307 based on whether the move is permanent",
    at: declaring(302, 307),
    serve: spoil(coded(302, 307), withStatus(301)),
    remedy: { declare: 302 },
  },
  "redirect-loses-method": {
    mistake: "a POST is redirected in a way that makes it a GET",
    breaks: "the guide: use 307/308 when you need to preserve the HTTP method",
    at: all(method("POST", "PUT", "PATCH", "DELETE"), declaring(307, 308)),
    serve: spoil(coded(307, 308), withStatus(303)),
    remedy: { declare: 307 },
  },
  "redirect-is-200": {
    mistake: "a redirect is a page that says where to go",
    breaks: "the guide: when using 3xx codes, always include a Location header",
    at: declaring(301, 302, 303, 307, 308),
    serve: spoil(coded(301, 302, 303, 307, 308), chain(withStatus(200), withText('{"url":"/elsewhere"}'))),
    remedy: { declare: 302 },
  },
  "redirect-downgrades-after-post": {
    mistake: "a POST that is done is answered with 302 where a 303 was promised",
    breaks: "the guide: 303 directs the client to retrieve the response using a GET request",
    at: declaring(303),
    serve: spoil(coded(303), chain(withStatus(302), withHeader("Cache-Control", "no-store"))),
    remedy: { declare: 303 },
  },
} as const satisfies Record<string, Fault>;
