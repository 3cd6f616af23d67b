import { errorBody } from "../error-body.ts";
import type { HeaderLine, ReceivedResponse, SentRequest } from "../model.ts";
import { maskChallenge } from "./credentials.ts";
import { createFieldRule, type FieldRule } from "./field-rule.ts";
import { createKnownSecrets } from "./known-secrets.ts";
import { createLearner, type Exchange } from "./learn.ts";
import { maskFields } from "./mask-fields.ts";
import { rememberLines } from "./memo.ts";
import { maskShapes } from "./secret-shapes.ts";
import { createValueFinder } from "./value-finder.ts";

/** A response with all of its body. */
export interface WholeResponse extends Omit<ReceivedResponse, "errorBody" | "body"> {
  readonly body: string;
}

/** Takes secrets out of whatever is kept. */
export interface Mask {
  readonly text: (text: string) => string;
  readonly request: (request: SentRequest) => SentRequest;
  /** `keptBytes`: how much of the body stays; 0: none. */
  readonly response: (response: WholeResponse, keptBytes: number) => ReceivedResponse;
  /**
   * Remembers the values of secret fields, so that they are masked wherever else they appear: a token that a login has answered
   * with. The last thousand are remembered. To be called before anything of the exchange is masked.
   */
  readonly learn: (exchange: Exchange) => void;
}

const mostLearnt = 1000;

/**
 * A mask for these values, wherever they appear: as they are, encoded for a URL, a form or JSON, in base64; for the values of what
 * is usually secret (Authorization, password, token ...), and of headers, parameters, fields and cookies of these names.
 */
export function createMask(secrets: ReadonlyArray<string>, names: ReadonlyArray<string> = []): Mask {
  const known = createKnownSecrets(secrets);
  const learnt = createValueFinder({ most: mostLearnt });
  const received = createFieldRule(names);
  const sent = createFieldRule(names, { isSent: true });
  const lasting = (text: string, rule: FieldRule) => maskShapes(maskFields(known.text(text), rule));
  const sentText = (text: string) => learnt.mask(lasting(text, sent));
  const text = (text: string) => learnt.mask(lasting(text, received));
  const lastingLine = rememberLines(({ name, value }) =>
    known.isWhole(value) ? "***" : (sent.header(name, value) ?? maskHeaderText(name, lasting(value, received))),
  );
  const learn = createLearner({ sent, received });
  const header = (line: HeaderLine): HeaderLine => ({ name: line.name, value: learnt.mask(lastingLine(line)) });
  return {
    text,
    request: ({ method, url, headers, body }) => ({
      method,
      url: known.query(sentText(url)),
      headers: headers.map(header),
      ...(body !== undefined && { body: sentText(body) }),
    }),
    response: (response, keptBytes) => {
      const { status, headers, timeMs, sizeBytes, body } = response;
      const error = errorBody(response, text);
      return {
        status,
        headers: headers.map(header),
        timeMs,
        sizeBytes,
        ...(error && { errorBody: error }),
        ...(keptBytes > 0 && body !== "" && { body: text(body).slice(0, keptBytes) }),
      };
    },
    learn: (exchange) => {
      for (const value of learn(exchange)) learnt.add(value);
    },
  };
}

function maskHeaderText(name: string, value: string): string {
  return /^(?:(?:www|proxy)-authenticate|(?:proxy-)?authentication-info)$/i.test(name) ? maskChallenge(value) : value;
}
