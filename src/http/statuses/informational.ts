import type { Status } from "../status.ts";

/** 1xx: ahead of the answer. */
export const informationalStatuses = {
  100: {
    name: "Continue",
    meaning: "the client should go on and send the body",
    use: "a large upload: the headers are looked at before the body is sent, if the client asks with Expect: 100-continue",
    mistake: "declaring it as the answer: it goes ahead of one, and Newman does not show it",
    source: "RFC 9110, 15.2.1",
    isBodiless: true,
  },
  101: {
    name: "Switching Protocols",
    meaning: "the connection switches to another protocol",
    use: "an upgrade that the client asked for, such as WebSocket",
    mistake: "testing it with Newman, which waits for an answer that never comes",
    source: "RFC 9110, 15.2.2",
    isBodiless: true,
  },
  102: {
    name: "Processing",
    meaning: "the server is still working",
    use: "a long operation, so that the client does not give up; 202 is the better way",
    source: "RFC 2518",
    isBodiless: true,
  },
  103: {
    name: "Early Hints",
    meaning: "headers ahead of the final response",
    use: "links that a browser can load while the page is made",
    source: "RFC 8297",
    isBodiless: true,
  },
  104: {
    name: "Upload Resumption Supported",
    meaning: "an interrupted upload can be resumed",
    use: "a registration for the time being, which goes with a draft",
    source: "draft-ietf-httpbis-resumable-upload-05",
    isBodiless: true,
  },
} as const satisfies Record<number, Status>;
