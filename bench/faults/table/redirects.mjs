/** A redirect leads nowhere, or says the wrong thing of how long it holds. */
export const redirectsFaults = [
  {
    id: "no-redirect-location",
    mistake: "301 has no Location",
    breaks: "Guide: when using 3xx codes, always include a Location header",
    endpoints: "GET /boards",
  },
  {
    id: "redirect-nowhere",
    mistake: "301 leads to a path that is answered 404",
    breaks: "Guide: Location has the resource's new URL",
    endpoints: "GET /boards",
  },
  {
    id: "redirect-loop",
    mistake: "301 leads to itself",
    breaks: "Guide: Location has the resource's new URL",
    endpoints: "GET /boards",
  },
  {
    id: "302-for-moved",
    mistake: "A permanent move is answered 302",
    breaks: "Guide: don't use 302 Found when you mean permanent redirect",
    endpoints: "GET /boards",
  },
  {
    id: "301-for-temporary",
    mistake: "A temporary redirect is answered 301, which is kept for ever",
    breaks: "Guide: choose 301 or 302 based on whether the move is permanent",
    endpoints: "GET /latest",
  },
  {
    id: "301-for-post",
    mistake: "The permanent move of a POST is answered 301: it becomes a GET",
    breaks: "Guide: use 308 when you need permanent redirect and method preservation",
    endpoints: "POST /v1/projects",
  },
];
