import type { WireRuleId } from "../http/rules/wire.ts";
import type { TransportFault } from "./execution.ts";

/** By what an error of the transport is known, and which rule was broken. */
export interface WireSign {
  readonly code: RegExp;
  readonly message?: RegExp;
  /** What must be true of it besides. */
  readonly when?: (fault: TransportFault) => boolean;
  readonly rule: WireRuleId | "wire-response-received";
  /** What happened, as a sentence. */
  readonly says: string;
  /** Nothing says that it was the server's doing: the run broke. */
  readonly isOfTheRun?: true;
}

/** The header section was read, so that it is the body that went wrong. */
const hasHead = ({ status }: TransportFault): boolean => status !== undefined;
const isFirst = ({ isFirst }: TransportFault): boolean => isFirst;

/** The first that fits. Codes are those of Node's parser (llhttp), of its sockets and of zlib. */
export const wireSigns: ReadonlyArray<WireSign> = [
  {
    code: /^HPE_/,
    message: /Content-Length.*Transfer-Encoding|Transfer-Encoding.*Content-Length/,
    rule: "wire-cl-and-te-together",
    says: "the server sent both Content-Length and Transfer-Encoding",
  },
  {
    code: /^HPE_UNEXPECTED_CONTENT_LENGTH$/,
    rule: "wire-duplicate-content-length",
    says: "the server sent Content-Length twice",
  },
  {
    code: /^HPE_/,
    when: hasHead,
    rule: "wire-body-length-matches",
    says: "the server sent a chunked body that cannot be read",
  },
  {
    code: /^HPE_(INVALID_HEADER_TOKEN|INVALID_CONTENT_LENGTH|INVALID_TRANSFER_ENCODING|CR_EXPECTED|LF_EXPECTED)$/,
    rule: "wire-header-syntax",
    says: "the server sent a header section that cannot be read",
  },
  {
    code: /^HPE_(INVALID_CONSTANT|INVALID_VERSION|INVALID_STATUS)$/,
    rule: "wire-response-received",
    says: "what the server sent is no HTTP/1.1 response",
  },
  {
    // A part of an encoded body cannot be decoded on its own (RFC 9110, 14.2).
    code: /^(Z_|ERR_BROTLI|ERR__ERROR_FORMAT)/,
    when: ({ status }) => status !== 206,
    rule: "wire-content-decodes",
    says: "the server sent a body that is not encoded as its Content-Encoding says",
  },
  {
    code: /^(ECONNRESET|EPIPE|ECONNABORTED)$/,
    message: /TLS|^connect /,
    rule: "wire-dns-tls",
    says: "no connection could be made",
    isOfTheRun: true,
  },
  {
    code: /^(ECONNRESET|ECONNABORTED)$/,
    when: hasHead,
    rule: "wire-body-length-matches",
    says: "the server closed the connection before the body was whole",
  },
  {
    code: /^(ECONNRESET|EPIPE|ECONNABORTED)$/,
    when: isFirst,
    rule: "wire-connection-reset",
    says: "the server closed the connection and did not answer",
  },
  {
    // Idle connections are closed at any time (RFC 9112, 9.5): it may have happened before the request was there.
    code: /^(ECONNRESET|EPIPE|ECONNABORTED)$/,
    rule: "wire-connection-reset",
    says: "the connection was closed before an answer came",
    isOfTheRun: true,
  },
  {
    code: /^ERROR$/,
    message: /maxRedirects/,
    rule: "wire-redirect-loop",
    says: "the server redirects in a circle",
  },
  {
    code: /^(ESOCKETTIMEDOUT|ETIMEDOUT)$/,
    rule: "wire-timeout",
    says: "no answer came in time",
    isOfTheRun: true,
  },
  {
    code: /^(ENOTFOUND|EAI_|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EPROTO|CERT_|ERR_TLS|ERR_SSL|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO)/,
    rule: "wire-dns-tls",
    says: "the server cannot be reached",
    isOfTheRun: true,
  },
];
