import type { Status } from "../status.ts";

/** 3xx: look elsewhere, or at what you have. */
export const redirectionStatuses = {
  300: {
    name: "Multiple Choices",
    meaning: "there are several representations to choose from",
    use: "content negotiation left to the client; rare",
    source: "RFC 9110, 15.4.1",
  },
  301: {
    name: "Moved Permanently",
    meaning: "it has moved for good",
    use: "an old address of a page; links and bookmarks should follow. 308 where the method has to stay",
    mistake: "301 for a POST: most clients follow it with GET and lose the body",
    source: "RFC 9110, 15.4.2",
  },
  302: {
    name: "Found",
    meaning: "it is somewhere else for now",
    use: "a detour for the time being; the old address stays the right one",
    mistake: "302 for a move that is permanent: clients and search engines keep the old address",
    source: "RFC 9110, 15.4.3",
  },
  303: {
    name: "See Other",
    meaning: "the answer is to be fetched with GET elsewhere",
    use: "after a POST, so that loading the page again does not submit it again",
    source: "RFC 9110, 15.4.4",
  },
  304: {
    name: "Not Modified",
    meaning: "what the client has is still current",
    use: "a GET with If-None-Match or If-Modified-Since when nothing has changed",
    mistake: "304 without a condition, or to a POST: there it is 412",
    source: "RFC 9110, 15.4.5",
    isBodiless: true,
  },
  305: {
    name: "Use Proxy",
    meaning: "deprecated",
    use: "never: it is deprecated for security reasons",
    source: "RFC 9110, 15.4.6",
  },
  306: { name: "(Unused)", meaning: "unused", use: "never: it is reserved", source: "RFC 9110, 15.4.7" },
  307: {
    name: "Temporary Redirect",
    meaning: "it is somewhere else for now; method and body stay the same",
    use: "a detour that a POST has to survive",
    source: "RFC 9110, 15.4.8",
  },
  308: {
    name: "Permanent Redirect",
    meaning: "it has moved for good; method and body stay the same",
    use: "a new address of an API: POST stays POST",
    source: "RFC 9110, 15.4.9",
  },
} as const satisfies Record<number, Status>;
