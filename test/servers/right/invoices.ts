import { startInvoices } from "../invoices.ts";
import type { Right } from "./right.ts";

export const invoices: Right = {
  name: "in the manner of FastAPI",
  start: startInvoices,
  values: { token: "ink" },
  headers: { Authorization: "Bearer ink" },
  suite: `
auth: { clerk: { bearer: "{{token}}" } }
endpoints:
  GET /invoices: { query: { limit: 10 }, expect: { 200: {}, 422: { when: { query: { limit: many } } } } }
  POST /invoices: { body: { customer: Ann, quantity: 2, paid: false, memo: by hand }, optional: [paid, memo], expect: 201 422 }
  GET /invoices/{id}: 200 404
  PATCH /invoices/{id}: { body: { paid: true, memo: null }, expect: 200 422 }
  DELETE /invoices/{id}: 200
`,
  habits: String.raw`
    7  | a bare Bearer                                    | GET /invoices [Authorization:]                  | ^401 .*WWW-Authenticate: Bearer$
    8  | Allow names the first route's methods only       | PUT /invoices {}                                | ^405 .*Allow: GET$
    9  | HEAD is refused where it is not declared         | HEAD /invoices                                  | ^405 .*Allow: GET$
    9  | OPTIONS is refused like any other method         | OPTIONS /invoices                               | ^405
    9  | TRACE is refused like any other method           | TRACE /invoices                                 | ^405
    10 | Accept is ignored                                | GET /invoices [Accept: image/png]               | ^200 .*content-type: application/json
    10 | an unknown expectation is ignored                | GET /invoices [Expect: newmanifest]             | ^200
    12 | 422 for what is not JSON                         | POST /invoices {"customer":                     | ^422 .*"loc":\["body",0\]
    12 | 422 for an id that is no number                  | GET /invoices/abc                               | ^422 .*"loc":\["path","id"\]
    12 | 422 for an id with something after the number    | GET /invoices/1abc                              | ^422
    13 | the second DELETE is 404                         | POST /invoices {"customer":"A","quantity":1} ; DELETE {location} ; DELETE {location} | ^404
    15 | a body without Content-Type is read              | POST /invoices [Content-Type:] {"customer":"A"} | ^422 .*"quantity"
    15 | any Content-Type is read                         | POST /invoices [Content-Type: text/plain] {"customer":"A"} | ^422 .*"quantity"
    16 | "5" is the number 5                              | POST /invoices {"customer":"A","quantity":"5"} ; GET {location} ; DELETE {location} | ^200 .*true
    16 | "5" becomes 5                                    | POST /invoices {"customer":"A","quantity":"5"}  | ^201 .*"quantity":5,
    16 | null takes a field away (RFC 7396)               | POST /invoices {"customer":"A","quantity":1,"memo":"x"} ; PATCH {location} {"memo":null} | ^200 .*"paid":false\}$
    26 | the method is looked at before the credentials   | PUT /invoices [Authorization:] {}               | ^405
    32 | unknown fields are ignored                       | POST /invoices {"customer":"A","quantity":5,"isAdmin":true} | ^201 .*"quantity":5,"paid":false\}$
    ec-route-trailing-slash | 307 to the address without | GET /invoices/                                  | ^307 .*Location: http://127
    ec-content-encoding-unsupported | ignored            | POST /invoices [Content-Encoding: bogus] {"customer":"A"} | ^422 .*"quantity"
    ec-query-duplicate      | the first one wins         | GET /invoices?limit=1&limit=abc                 | ^200
    ec-page-limit-huge      | clamped                    | GET /invoices?limit=1000000                     | ^200
    ec-auth-scheme-case     | bearer in any case         | GET /invoices [Authorization: BEARER ink]       | ^200
    hdr-server-no-version   | a name without a version   | GET /invoices                                   | server: uvicorn$
`,
};
