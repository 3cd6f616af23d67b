import { startTerse } from "../terse.ts";
import type { Right } from "./right.ts";

export const terse: Right = {
  name: "an API without a word too many",
  start: startTerse,
  values: { token: "open-sesame" },
  headers: { Authorization: "Bearer open-sesame" },
  suite: `
auth: { clerk: { bearer: "{{token}}" } }
policy: { deleteMissing: 204 }
endpoints:
  GET /v1/things: { expect: { 200: {}, 401: { headers: { WWW-Authenticate: true } }, 405: {} } }
  GET /v1/audit: 405
  POST /v1/things: { body: { name: screw, size: 4 }, expect: 201 400 401 409 }
  GET /v1/things/{id}: 200 304 401 404 405
  PUT /v1/things/{id}: { body: { name: bolt, size: 5 }, expect: 204 400 401 404 }
  DELETE /v1/things/{id}: 204 401 404
`,
  habits: String.raw`
    7  | several challenges on one line, and on another | GET /v1/things [Authorization:]    | Negotiate, Bearer realm="a, b", error_uri=",", Basic realm="x"$.*www-authenticate: ApiKey$
    8  | an empty Allow                   | GET /v1/audit                                    | ^405 .*Allow: $
    8  | spaces before a comma            | PUT /v1/things {}                                | ^405 .*Allow: POST ,GET$
    8  | Allow on several lines           | POST /v1/things {"name":"a","size":1} ; PATCH {location} {} | ^405 .*Allow: GET$.*Allow: PUT,DELETE$
    5  | a Location with dots             | POST /v1/things {"name":"b","size":1}            | ^201 .*LOCATION: \.\./v1/things/\d+$
    10 | If-Match is ignored              | POST /v1/things {"name":"c","size":1} ; PUT {location} [If-Match: "x"] {"name":"d","size":1} | ^204
    12 | 400 for whatever is invalid      | POST /v1/things {}                               | ^400
    13 | the second DELETE is 204         | POST /v1/things {"name":"e","size":1} ; DELETE {location} ; DELETE {location} | ^204
    304-etag-equal      | 304 without an ETag | POST /v1/things {"name":"f","size":1} ; GET {location} [If-Modified-Since: Wed, 21 Oct 2037 07:28:00 GMT] | ^304 (?!.*etag)
    4xx-body-explains   | errors without a body | GET /v1/things/77                            | ^404 .*\n\n$
    content-type-grammar | a type in capitals | GET /v1/things                                  | CONTENT-TYPE: Application/JSON;Charset=UTF-8
    ec-auth-wrong-scheme | 400                | GET /v1/things [Authorization: Basic eDp5]      | ^400
    ec-duplicate-create | 409                 | POST /v1/things {"name":"f","size":1}           | ^409
`,
};
