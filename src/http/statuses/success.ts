import type { Status } from "../status.ts";

/** 2xx: received, understood, accepted. */
export const successStatuses = {
  200: {
    name: "OK",
    meaning: "it worked, and here is the result",
    use: "a read, or an update that returns what it changed; 201 where something new exists, 204 where nothing is returned",
    mistake: "200 for everything, with success: false in the body: clients have to parse it to learn whether it worked",
    source: "RFC 9110, 15.3.1",
  },
  201: {
    name: "Created",
    meaning: "it worked, and something new exists",
    use: "a POST that creates, or a PUT to a new address; Location names what was created",
    mistake: "no Location: the client has to guess the address, or ask again",
    source: "RFC 9110, 15.3.2",
  },
  202: {
    name: "Accepted",
    meaning: "accepted, and not done yet",
    use: "work that goes on after the answer: an export, a payment in review",
    mistake: "nothing that says where to see how it ended",
    source: "RFC 9110, 15.3.3",
  },
  203: {
    name: "Non-Authoritative Information",
    meaning: "it worked, and a proxy changed the answer",
    use: "a proxy that transforms what comes from the origin; an API itself never",
    source: "RFC 9110, 15.3.4",
  },
  204: {
    name: "No Content",
    meaning: "it worked, and there is nothing to return",
    use: "a DELETE, or an update that does not return what it changed",
    mistake: "a body: it is taken for the next response, and the connection breaks",
    source: "RFC 9110, 15.3.5",
    isBodiless: true,
  },
  205: {
    name: "Reset Content",
    meaning: "it worked, and the client should reset its view",
    use: "a form that is to be empty again; hardly any client knows it",
    source: "RFC 9110, 15.3.6",
    isBodiless: true,
  },
  206: {
    name: "Partial Content",
    meaning: "the part of the representation that was asked for",
    use: "a request with Range: a download that is resumed, a video that is sought in",
    mistake: "206 for a page of a list: that is a 200 of its own",
    source: "RFC 9110, 15.3.7",
  },
  207: {
    name: "Multi-Status",
    meaning: "several results, each with a status of its own",
    use: "a batch of which some items may fail; the body lists a status for each",
    mistake: "reading 207 as success: the outcome stands in the body alone",
    source: "RFC 4918",
  },
  208: {
    name: "Already Reported",
    meaning: "already listed earlier in this multi-status answer",
    use: "inside of a WebDAV multi-status only",
    source: "RFC 5842",
  },
  226: {
    name: "IM Used",
    meaning: "the result of instance manipulations",
    use: "delta encoding, when the client sent A-IM",
    source: "RFC 3229",
  },
} as const satisfies Record<number, Status>;
