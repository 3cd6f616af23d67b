/** A code of the IANA HTTP Status Code Registry (state of 2025-09-15). */
export interface Status {
  readonly name: string;
  /** What it tells the client, in one clause. */
  readonly meaning: string;
  readonly source: string;
  /** The message ends with its header section (RFC 9110, 6.4.1), or must be empty (205). */
  readonly isBodiless?: true;
}

export const statuses: ReadonlyMap<number, Status> = new Map([
  [
    100,
    {
      name: "Continue",
      meaning: "the client should go on and send the body",
      source: "RFC 9110, 15.2.1",
      isBodiless: true,
    },
  ],
  [
    101,
    {
      name: "Switching Protocols",
      meaning: "the connection switches to another protocol",
      source: "RFC 9110, 15.2.2",
      isBodiless: true,
    },
  ],
  [102, { name: "Processing", meaning: "the server is still working", source: "RFC 2518", isBodiless: true }],
  [103, { name: "Early Hints", meaning: "headers ahead of the final response", source: "RFC 8297", isBodiless: true }],
  [
    104,
    {
      name: "Upload Resumption Supported",
      meaning: "an interrupted upload can be resumed",
      source: "draft-ietf-httpbis-resumable-upload-05",
      isBodiless: true,
    },
  ],
  [200, { name: "OK", meaning: "it worked, and here is the result", source: "RFC 9110, 15.3.1" }],
  [201, { name: "Created", meaning: "it worked, and something new exists", source: "RFC 9110, 15.3.2" }],
  [202, { name: "Accepted", meaning: "accepted, and not done yet", source: "RFC 9110, 15.3.3" }],
  [
    203,
    {
      name: "Non-Authoritative Information",
      meaning: "it worked, and a proxy changed the answer",
      source: "RFC 9110, 15.3.4",
    },
  ],
  [
    204,
    {
      name: "No Content",
      meaning: "it worked, and there is nothing to return",
      source: "RFC 9110, 15.3.5",
      isBodiless: true,
    },
  ],
  [
    205,
    {
      name: "Reset Content",
      meaning: "it worked, and the client should reset its view",
      source: "RFC 9110, 15.3.6",
      isBodiless: true,
    },
  ],
  [
    206,
    {
      name: "Partial Content",
      meaning: "the part of the representation that was asked for",
      source: "RFC 9110, 15.3.7",
    },
  ],
  [207, { name: "Multi-Status", meaning: "several results, each with a status of its own", source: "RFC 4918" }],
  [
    208,
    { name: "Already Reported", meaning: "already listed earlier in this multi-status answer", source: "RFC 5842" },
  ],
  [226, { name: "IM Used", meaning: "the result of instance manipulations", source: "RFC 3229" }],
  [
    300,
    {
      name: "Multiple Choices",
      meaning: "there are several representations to choose from",
      source: "RFC 9110, 15.4.1",
    },
  ],
  [301, { name: "Moved Permanently", meaning: "it has moved for good", source: "RFC 9110, 15.4.2" }],
  [302, { name: "Found", meaning: "it is somewhere else for now", source: "RFC 9110, 15.4.3" }],
  [303, { name: "See Other", meaning: "the answer is to be fetched with GET elsewhere", source: "RFC 9110, 15.4.4" }],
  [
    304,
    {
      name: "Not Modified",
      meaning: "what the client has is still current",
      source: "RFC 9110, 15.4.5",
      isBodiless: true,
    },
  ],
  [305, { name: "Use Proxy", meaning: "deprecated", source: "RFC 9110, 15.4.6" }],
  [306, { name: "(Unused)", meaning: "unused", source: "RFC 9110, 15.4.7" }],
  [
    307,
    {
      name: "Temporary Redirect",
      meaning: "it is somewhere else for now; method and body stay the same",
      source: "RFC 9110, 15.4.8",
    },
  ],
  [
    308,
    {
      name: "Permanent Redirect",
      meaning: "it has moved for good; method and body stay the same",
      source: "RFC 9110, 15.4.9",
    },
  ],
  [400, { name: "Bad Request", meaning: "the server cannot understand the request", source: "RFC 9110, 15.5.1" }],
  [401, { name: "Unauthorized", meaning: "credentials are missing or not valid", source: "RFC 9110, 15.5.2" }],
  [402, { name: "Payment Required", meaning: "payment is required or was declined", source: "RFC 9110, 15.5.3" }],
  [403, { name: "Forbidden", meaning: "the credentials are valid and not enough", source: "RFC 9110, 15.5.4" }],
  [404, { name: "Not Found", meaning: "there is no such resource", source: "RFC 9110, 15.5.5" }],
  [405, { name: "Method Not Allowed", meaning: "the resource does not have this method", source: "RFC 9110, 15.5.6" }],
  [
    406,
    { name: "Not Acceptable", meaning: "none of the accepted media types is available", source: "RFC 9110, 15.5.7" },
  ],
  [407, { name: "Proxy Authentication Required", meaning: "the proxy wants credentials", source: "RFC 9110, 15.5.8" }],
  [
    408,
    { name: "Request Timeout", meaning: "the client took too long to send the request", source: "RFC 9110, 15.5.9" },
  ],
  [
    409,
    { name: "Conflict", meaning: "the request conflicts with the state of the resource", source: "RFC 9110, 15.5.10" },
  ],
  [410, { name: "Gone", meaning: "it existed and is gone for good", source: "RFC 9110, 15.5.11" }],
  [411, { name: "Length Required", meaning: "the length of the body must be declared", source: "RFC 9110, 15.5.12" }],
  [
    412,
    { name: "Precondition Failed", meaning: "the condition of the request does not hold", source: "RFC 9110, 15.5.13" },
  ],
  [
    413,
    { name: "Content Too Large", meaning: "the body is larger than the server accepts", source: "RFC 9110, 15.5.14" },
  ],
  [414, { name: "URI Too Long", meaning: "the URI is longer than the server accepts", source: "RFC 9110, 15.5.15" }],
  [
    415,
    { name: "Unsupported Media Type", meaning: "the body's media type is not supported", source: "RFC 9110, 15.5.16" },
  ],
  [
    416,
    {
      name: "Range Not Satisfiable",
      meaning: "the range lies outside of the representation",
      source: "RFC 9110, 15.5.17",
    },
  ],
  [
    417,
    {
      name: "Expectation Failed",
      meaning: "the expectation of the Expect header cannot be met",
      source: "RFC 9110, 15.5.18",
    },
  ],
  [418, { name: "(Unused)", meaning: "unused", source: "RFC 9110, 15.5.19" }],
  [
    421,
    { name: "Misdirected Request", meaning: "this server does not answer for that host", source: "RFC 9110, 15.5.20" },
  ],
  [
    422,
    {
      name: "Unprocessable Content",
      meaning: "the syntax is right and the meaning is not",
      source: "RFC 9110, 15.5.21",
    },
  ],
  [423, { name: "Locked", meaning: "the resource is locked", source: "RFC 4918" }],
  [424, { name: "Failed Dependency", meaning: "another request that this one depends on failed", source: "RFC 4918" }],
  [425, { name: "Too Early", meaning: "the request might be replayed", source: "RFC 8470" }],
  [426, { name: "Upgrade Required", meaning: "another protocol is required", source: "RFC 9110, 15.5.22" }],
  [428, { name: "Precondition Required", meaning: "the request must be conditional", source: "RFC 6585" }],
  [429, { name: "Too Many Requests", meaning: "too many requests in a given time", source: "RFC 6585" }],
  [
    431,
    {
      name: "Request Header Fields Too Large",
      meaning: "the header section is larger than the server accepts",
      source: "RFC 6585",
    },
  ],
  [451, { name: "Unavailable For Legal Reasons", meaning: "it is withheld for legal reasons", source: "RFC 7725" }],
  [
    500,
    {
      name: "Internal Server Error",
      meaning: "something unexpected went wrong on the server",
      source: "RFC 9110, 15.6.1",
    },
  ],
  [501, { name: "Not Implemented", meaning: "the server does not know the method", source: "RFC 9110, 15.6.2" }],
  [502, { name: "Bad Gateway", meaning: "the upstream's answer was not valid", source: "RFC 9110, 15.6.3" }],
  [503, { name: "Service Unavailable", meaning: "the server cannot serve for now", source: "RFC 9110, 15.6.4" }],
  [504, { name: "Gateway Timeout", meaning: "the upstream did not answer in time", source: "RFC 9110, 15.6.5" }],
  [
    505,
    { name: "HTTP Version Not Supported", meaning: "the HTTP version is not supported", source: "RFC 9110, 15.6.6" },
  ],
  [506, { name: "Variant Also Negotiates", meaning: "the content negotiation leads in a circle", source: "RFC 2295" }],
  [507, { name: "Insufficient Storage", meaning: "there is no room to store it", source: "RFC 4918" }],
  [508, { name: "Loop Detected", meaning: "the request leads in a circle", source: "RFC 5842" }],
  [510, { name: "Not Extended", meaning: "obsolete", source: "RFC 2774" }],
  [
    511,
    { name: "Network Authentication Required", meaning: "the network wants the client to log in", source: "RFC 6585" },
  ],
]);

/** `404 Not Found`; an unregistered code stands alone. */
export function statusLine(code: number): string {
  const status = statuses.get(code);
  return status ? `${code} ${status.name}` : String(code);
}
