import { startParcels } from "../parcels.ts";
import type { Right } from "./right.ts";

export const parcels: Right = {
  name: "Hono, with URNs, ranges, jobs and batches",
  start: startParcels,
  suite: `
endpoints:
  GET /parcels: 200
  POST /parcels: { body: { to: Ann, weight: 1.5 }, expect: 201 400 }
  GET /parcels/{id}: 200 404
  DELETE /parcels/{id}: 204 404
  GET /label: 200 206 416
  POST /labels: { body: { parcels: [1] }, expect: 202 }
  POST /batches:
    body: { parcels: [1, 2] }
    expect: { 207: [{}, { name: nested, when: { body: { isNested: true } } }] }
  DELETE /drafts: 205
  GET /search: { expect: { 200: { body: [] }, 429: { burst: 45 } } }
  GET /old: 308
`,
  habits: String.raw`
    3  | a permanent redirect with a fragment  | GET /old                                   | ^308 .*location: parcels\?of=a,b#top
    10 | a range is one byte                   | GET /label [Range: bytes=0-0]              | ^206 .*content-range: bytes 0-0/300
    10 | an invalid range is ignored           | GET /label [Range: bytes=abc]              | ^200
    12 | 422 for an id of another form         | GET /parcels/7                             | ^422
    13 | the second DELETE is 404              | DELETE /parcels/urn:parcel:p_0099          | ^404
    15 | a body without Content-Type is read   | POST /parcels [Content-Type:] {"to":"a","weight":1} | ^201
    17 | a batch with a failure                | POST /batches {}                           | ^207 .*"failed":\[\{
    17 | and one with nested statuses          | POST /batches {"isNested":true}                        | ^207 .*"index":\{"status":409
    24 | Retry-After as a date                 | ${"GET /search ; ".repeat(40)}GET /search  | ^429 .*retry-after: \w\w\w, \d\d
    202-status-monitor | a job is accepted     | POST /labels {"parcels":[1]}               | ^202 .*location: /jobs/7
    24 | room left on a 429                    | ${"GET /search ; ".repeat(40)}GET /search  | ^429 .*x-ratelimit-remaining: 987
    205-no-body               | 205             | DELETE /drafts                            | ^205
    error-json-not-html       | a page for what was not there | GET /parcels/urn:parcel:p_0099 | ^404 .*<h1>We missed you
    ec-method-options         | 404             | OPTIONS /parcels                          | ^404
    ec-accept-encoding-identity | compressed all the same | GET /parcels [Accept-Encoding: identity] | content-encoding: br
`,
};
