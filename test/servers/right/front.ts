import { startFront } from "../front.ts";
import type { Right } from "./right.ts";

export const front: Right = {
  name: "a little app behind a gateway",
  start: startFront,
  values: { password: "desk" },
  headers: { Authorization: "Basic Y2xlcms6ZGVzaw==" },
  suite: `
auth: { clerk: { basic: { username: clerk, password: "{{password}}" } } }
endpoints:
  GET /health: { public: true, expect: { 200: {}, 503: { when: { headers: { X-Simulate: deploy } } } } }
  GET /rooms:
    expect:
      200: {}
      401: {}
      500: { when: { headers: { X-Simulate: crash } } }
      504: { when: { headers: { X-Simulate: slow } } }
  POST /rooms: { body: { name: Attic }, expect: 201 400 }
  GET /rooms/{id}: 200 404
  DELETE /rooms/{id}: 204 404
`,
  habits: String.raw`
    5  | a Location without a scheme           | POST /rooms {"name":"a"}                  | ^201 .*Location: //127
    7  | BASIC, and a comma inside of quotes   | GET /rooms [Authorization:]               | WWW-Authenticate: BASIC realm="rooms \\"a, b\\"", charset="utf-8"
    8  | Allow on several lines, without HEAD  | POST /rooms {"name":"a"} ; PUT {location} {} | ^405 .*Allow: GET$.*Allow: DELETE$
    8  | Allow with empty elements             | OPTIONS /rooms                            | Allow: GET,,POST , DELETE$
    10 | If-Match is ignored                   | POST /rooms {"name":"a"} ; DELETE {location} [If-Match: "x"] | ^204
    10 | Range is ignored                      | GET /rooms [Range: bytes=0-0]             | ^200
    10 | If-Modified-Since is ignored          | POST /rooms {"name":"a"} ; GET {location} [If-Modified-Since: Wed, 21 Oct 2037 07:28:00 GMT] | ^200
    429-retry-after-plausible | Retry-After is zero | GET /health [X-Simulate: deploy]          | ^503 .*Retry-After: 0$
    12 | 400 for an id with letters            | GET /rooms/1abc                           | ^400
    22 | a page without a Date                 | GET /rooms [X-Simulate: crash]            | ^500 (?!.*^Date)
    22 | Node's own 431: no Date, no type      | GET /rooms [X-Long: ${"x".repeat(20_000)}] | ^431 (?!.*Content-Type|.*Date)
    23 | pages of a gateway beside JSON        | GET /nowhere                              | ^404 .*text/html.*<center>nginx
    24 | the end of the limit in seconds       | GET /rooms                                | X-RateLimit-Reset: 30$
    24 | the limit as the drafts had it        | GET /rooms                                | RateLimit: limit=5000, remaining=\d+, reset=30
    26 | a long URL is 431                     | GET /rooms?a=${"x".repeat(20_000)}        | ^431
    26 | a big body is 413, and not read       | POST /rooms {"name":"${"x".repeat(100_000)}"} | ^413|EPIPE|ECONNRESET
    26 | 404 before 401                        | GET /nowhere [Authorization:]             | ^404
    31 | an upstream that is too slow is 504   | GET /rooms [X-Simulate: slow]             | ^504
    27 | words of its own behind the number    | GET /rooms                                | ^200 As You Like It$
    error-body-is-object | an array of problems | POST /rooms {}                           | ^400 .*^\[\{"field"
    error-has-message    | text                 | GET /rooms/7777                          | ^404 .*text/plain.*no such room
    ec-route-double-slash | merged              | GET //rooms                              | ^200
    ec-id-empty          | leads to the collection | GET /rooms//                          | ^301 .*Location: /rooms$
    ec-route-trailing-slash | 301              | GET /health/                             | ^301
    ec-method-trace      | 405                  | TRACE /rooms                             | ^405
`,
};
