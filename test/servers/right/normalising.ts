import { startNormalising } from "../normalising.ts";
import type { Right } from "./right.ts";

export const normalising: Right = {
  name: "Express, which tidies what it is given",
  start: startNormalising,
  values: { password: "hunter2" },
  headers: { Authorization: `Basic ${btoa("ann:hunter2")}` },
  suite: `
auth: { ann: { basic: { username: ann, password: "{{password}}" } } }
endpoints:
  GET /accounts: 200 401
  POST /accounts:
    body:
      email: " Ann@Example.ORG "
      name: "Ann  Example"
      joined: "2024-05-01T23:30:00-05:00"
      price: 9.999
      password: correct horse
      nick: ""
      website: https://example.org
      isbn: 978-0-441-17271-9
      phone: +49 (30) 123-45
      country: DE
      version: 1
      iban: DE89370400440532013000
    optional: [nick, website, isbn, phone, country, version, iban]
    expect: { 201: {}, 400: {}, 401: {}, 422: {} }
  GET /accounts/{id}: 200 304 401 404
  PUT /accounts/{id}:
    body: { email: b@example.org, name: Bo, joined: 2024-05-02, price: "12.50", password: battery, country: FR, version: 2 }
    optional: [country, version]
    expect: 200 400 401 422
  DELETE /accounts/{id}: 204 401
  GET /me: 307 401
  GET /accounts.csv: 200 401
`,
  habits: String.raw`
    1  | Express answers 200 to no-cache       | GET /accounts ; GET /accounts [If-None-Match: {etag}] [Cache-Control: no-cache] | ^200
    1  | and 304 without it                    | GET /accounts ; GET /accounts [If-None-Match: {etag}] | ^304
    3  | a temporary redirect                  | GET /me                                   | ^307 .*Location: \.\./accounts
    5  | PUT creates without a Location        | PUT /accounts/7 {"email":"a","name":"b","joined":"2024-05-02","price":1,"password":"c"} | ^201 (?!.*Location)
    5  | the id is in the query                | POST /accounts {"email":"a","name":"b","joined":"2024-05-02","price":1,"password":"c"} | ^201 .*Location: /accounts\?id=1$
    9  | 404 for a wrong method                | PATCH /accounts {}                        | ^404
    11 | If-Match on what is missing is ignored | GET /accounts/77 [If-Match: *]           | ^404
    13 | DELETE of what was never there is 204 | DELETE /accounts/77                       | ^204
    16 | "9.99" is a number                    | POST /accounts {"email":"a","name":"b","joined":"2024-05-02","price":"9.999","password":"c"} | ^201 .*"price":10,
    18 | a map of errors with a password       | POST /accounts {}                         | ^400 .*"errors":\{"password":"is too short"
    32 | what it does not know is ignored      | POST /accounts {"email":"a","name":"b","joined":"2024-05-02","price":1,"password":"c","role":"x"} | ^201 (?!.*role)
    33 | hostile strings are names             | POST /accounts {"email":"a","name":"<script>","joined":"2024-05-02","price":1,"password":"c"} | ^201 .*<script>
    hdr-x-powered-by      | Express says so    | GET /accounts                             | X-Powered-By: Express
    error-json-not-html   | a page for what is no JSON | POST /accounts {"a":              | ^400 .*<!DOCTYPE html>
    401-basic-realm       | realm and charset  | GET /accounts [Authorization:]            | Basic realm="accounts", charset="UTF-8"
    ec-ct-charset-unknown | 415                | POST /accounts [Content-Type: application/json; charset=bogus] {} | ^415
    ec-route-case         | the same place     | GET /ACCOUNTS                             | ^200
    ec-route-trailing-slash | the same place   | GET /accounts/                            | ^200
    content-type-grammar  | text, for a list   | GET /accounts.csv                         | text/plain.*^id,email$
    ec-method-options     | a text that is Allow | OPTIONS /accounts                       | ^200 .*Allow: GET, HEAD, POST.*^GET, HEAD, POST$
`,
};
