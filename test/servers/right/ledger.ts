import { startLedger } from "../ledger.ts";
import type { Right } from "./right.ts";

export const ledger: Right = {
  name: "strict, in the manner of big clouds",
  start: startLedger,
  values: { key: "abacus" },
  headers: { "X-Api-Key": "abacus" },
  suite: `
auth: { accountant: { apiKey: { in: header, name: X-Api-Key, value: "{{key}}" } } }
endpoints:
  GET /entries: { query: { top: 10 }, expect: 200 }
  POST /entries: { body: { account: cash, cents: 1250 }, expect: 201 }
  GET /entries/{id}: 200 304
  PUT /entries/{id}: { body: { account: cash, cents: 990 }, expect: 200 }
  DELETE /entries/{id}: 204
  POST /closings: 202
  GET /operations/{id}: { path: { id: 1 }, expect: 200 404 }
`,
  habits: String.raw`
    5  | PUT creates without a Location        | PUT /entries/7 {"account":"a","cents":1}          | ^201 (?!.*location:)
    6  | Content-Length: 0 on 204              | DELETE /entries/9                                 | ^204 .*content-length: 0
    10 | an If-Match that does not hold is 412 | PUT /entries/7 {"account":"a","cents":1} ; PUT /entries/7 [If-Match: "x"] {"account":"a","cents":1} | ^412
    11 | If-Match on what is missing is 412    | PUT /entries/8 [If-Match: *] {"account":"a","cents":1} | ^412
    12 | 400 for everything that is invalid    | POST /entries {"account":1}                       | ^400
    12 | 404 for an id that is no number       | GET /entries/1abc                                 | ^404
    13 | the second DELETE is 204              | DELETE /entries/9 ; DELETE /entries/9             | ^204
    17 | a job that failed, with its error     | GET /operations/1                                 | ^200 .*"status":"failed","error":\{
    17 | error, errors and error_count of none | GET /entries                                      | ^200 .*"errors":\[\],"error":null,"error_count":0
    24 | the end of the limit as an epoch      | GET /entries                                      | x-ratelimit-reset: \d{10}$
    24 | the limit as structured fields        | GET /entries                                      | ratelimit: "minute";r=\d+;t=60$
    304-etag-equal     | 304 with nothing but its ETag | POST /entries {"account":"a","cents":1} ; GET {location} ; GET /entries/1001 [If-None-Match: {etag}] | ^304 .*etag: "1"
    error-status-field-equals-actual | code is the status code, status a word | GET /entries/5    | ^404 .*"code":404,"status":"NO_ENTRY"
    status-403-not-for-missing-credentials | a gateway misses its key  | GET /entries [X-Api-Key:]     | ^403
    ec-field-unknown-extra | unknown fields are refused | POST /entries {"account":"a","cents":1,"x":1}    | ^400
    ec-query-unknown   | unknown parameters are refused | GET /entries?newmanifest=1                       | ^400
    ec-page-limit-huge | refused                        | GET /entries?top=100000                          | ^400
    ec-page-limit-zero | refused                        | GET /entries?top=0                               | ^400
    ec-ct-missing      | 415 without Content-Type       | POST /entries [Content-Type:] {"account":"a","cents":1} | ^415
    ec-ct-vendor-suffix | 415 for other kinds of JSON   | POST /entries [Content-Type: application/x+json] {"account":"a","cents":1} | ^415
    ec-put-create-unknown | PUT creates                 | PUT /entries/77 {"account":"a","cents":1}        | ^201
    ec-if-none-match-star-put | 412 where it is there   | PUT /entries/77 [If-None-Match: *] {"account":"a","cents":1} | ^412
    202-status-monitor | Operation-Location             | POST /closings                                   | ^202 .*operation-location: /operations/1
`,
};
