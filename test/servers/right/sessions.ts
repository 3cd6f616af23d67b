import { startSessions } from "../sessions.ts";
import type { Right } from "./right.ts";

export const sessions: Right = {
  name: "for browsers, with a session after any call",
  start: startSessions,
  values: { ann: "of-ann", ben: "of-ben" },
  headers: { Authorization: "Bearer of-ann" },
  suite: `
auth:
  ann: { bearer: "{{ann}}" }
  ben: { bearer: "{{ben}}" }
endpoints:
  GET /drafts: 200 401
  POST /drafts: { body: { text: Dear all }, capture: { id: $.draft.id }, expect: 201 400 401 }
  GET /drafts/{id}: { expect: { 200: {}, 304: {}, 401: {}, 404: { when: { as: ben } } } }
  PUT /drafts/{id}: { body: { text: Dear few }, expect: 204 400 412 }
  DELETE /drafts/{id}: 200 410
  POST /sessions:
    public: true
    body: { user: ann, password: secret }
    expect: { 200: {}, 401: { when: { body: { password: wrong } } } }
  POST /password-resets:
    public: true
    body: { user: ann }
    expect: { 202: [{}, { name: nobody, when: { body: { user: nobody } } }] }
`,
  habits: String.raw`
    1  | Express answers 200 to no-cache       | POST /drafts {"text":"a"} ; GET {location} ; GET {location} [If-None-Match: {etag}] [Cache-Control: no-cache] | ^200
    1  | and 304 without it                     | POST /drafts {"text":"a"} ; GET {location} ; GET {location} [If-None-Match: {etag}] | ^304
    2  | a session cookie on every answer      | GET /drafts                              | ^200 .*Set-Cookie: sid=
    5  | a relative Location with a comma      | POST /drafts {"text":"a"}                | ^201 .*Location: drafts/[-0-9a-f]+\?_=1,2$
    7  | several challenges on several lines   | GET /drafts [Authorization:]             | Negotiate, FormBased login=.*WWW-Authenticate: Bearer .*"a, b"
    7  | a scheme of its own                   | POST /sessions {"user":"ann","password":"no"} | ^401 .*WWW-Authenticate: FormBased$
    10 | a weak ETag never matches If-Match    | POST /drafts {"text":"a"} ; PUT {location} [If-Match: W/"1"] {"text":"b"} | ^412
    13 | the second DELETE is 410              | POST /drafts {"text":"a"} ; DELETE {location} ; DELETE {location} | ^410
    14 | 404 for what is somebody else's       | POST /drafts {"text":"a"} ; GET {location} [Authorization: Bearer of-ben] | ^404 .*No such draft
    18 | a map of errors with a password       | POST /sessions {}                        | ^400 .*"errors":\{"password":"is too short"
    21 | no-store with belt and braces         | GET /drafts                              | Cache-Control: no-store, no-cache, must-revalidate, max-age=0
    26 | the credentials are looked at first   | POST /drafts [Authorization:] {"a":      | ^401
    29 | HSTS over http                        | GET /drafts                              | Strict-Transport-Security: max-age
    29 | one allowed origin, and Vary          | GET /drafts [Origin: https://app.example] | Vary: Origin.*Access-Control-Allow-Origin: https://app.example
    30 | an unknown account is not told        | POST /password-resets {"user":"nobody"}  | ^202
    204-no-content-type      | a Content-Type on 204 | POST /drafts {"text":"a"} ; PUT {location} {"text":"b"} | ^204 .*Content-Type: application/json
    cookie-grammar           | commas in Expires     | GET /drafts                              | Expires=Wed, 21 Oct 2037
    cookie-httponly          | a CSRF cookie is read | GET /drafts                              | Set-Cookie: __Host-csrf=[^;]+; Path=/; Secure; SameSite=Strict
    cors-preflight-2xx       | asked without credentials | OPTIONS /drafts [Authorization:] [Origin: https://app.example] | ^204 .*Access-Control-Allow-Methods
    error-body-seed-shape    | error is a text       | GET /nothing                             | ^404 .*"error":"There is no such place"
    200-create-should-be-201 | a login is 200        | POST /sessions {"user":"ann","password":"secret"} | ^200
    login-200-has-token      | and its token a cookie | POST /sessions {"user":"ann","password":"secret"} | ^200 .*Set-Cookie: sid=
    ec-route-trailing-slash  | another place         | GET /drafts/                             | ^404
    ec-route-case            | another place         | GET /DRAFTS                              | ^404
    `,
};
