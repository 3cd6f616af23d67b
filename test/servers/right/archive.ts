import { startArchive } from "../archive.ts";
import type { Right } from "./right.ts";

const names = "big lines sequence guarded text nothing none null picture page events tree script old older".split(" ");

export const archive: Right = {
  name: "Koa, a zoo of representations",
  start: startArchive,
  suite: `
endpoints:
  GET /things/{name}:
    path: { name: "{{name}}" }
    data: [${names.map((name) => `{ name: "${name}" }`).join(", ")}]
    expect: 200 404
  GET /things/pages: 200 304
  GET /search: { query: { q: "select * from the list" }, expect: 200 }
`,
  habits: String.raw`
    8  | Koa lists what it has           | PUT /search {}                                | ^405 .*Allow: HEAD, GET
    10 | Range is ignored                | GET /things/text [Range: bytes=0-0]           | ^200 .*a list, it seems
    10 | a range beyond the end, too     | GET /things/text [Range: bytes=99999-]        | ^200
    19 | no Content-Length on HEAD       | HEAD /things/big                              | ^200 (?!.*Content-Length)
    20 | an ETag for each coding         | GET /things/big [Accept-Encoding: gzip]       | ETag: "big-gzip"
    20 | and another without one         | GET /things/big                               | ETag: "big"$
    21 | Vary: *                         | GET /things/text                              | Vary: \*
    21 | an unknown directive            | GET /things/lines                             | Cache-Control: no-cache, x-edge=1
    21 | Expires: 0                      | GET /things/text                              | Expires: 0$
    28 | fields on several lines         | GET /things/pages                             | Link: <pages.*^Link: <https
    29 | any origin, without credentials | GET /things/null                              | Access-Control-Allow-Origin: \*$
    29 | the origin is repeated, without credentials | GET /search [Origin: https://evil.example] | Access-Control-Allow-Origin: https://evil.example(?!.*Credentials)
    leak-json-keys            | the query is repeated      | GET /search?q=select         | "query":"select"
    304-headers-match-200     | 304 with its ETag alone    | GET /things/old ; GET /things/old [If-None-Match: {etag}] | ^304 (?!.*Deprecation).*ETag: "old"
    content-type-matches-body | lines of JSON           | GET /things/lines                    | application/x-ndjson.*\{"a":1\}$
    content-type-matches-body | JSON sequences          | GET /things/sequence                 | application/json-seq.*\u001e\{
    content-type-matches-body | a guard before the JSON | GET /things/guarded                  | application/json.*\)\]\}',
    content-type-matches-body | text that looks like JSON | GET /things/text                   | text/plain.*^\[a list
    200-get-has-content       | an empty text           | GET /things/nothing                  | ^200 .*Content-Length: 0
    json-root-object          | an empty list           | GET /things/none                     | ^200 .*^\[\]$
    json-big-integers         | big numbers as strings  | GET /things/big                      | "id":"9007199254740993123"
    json-null-root            | null                    | GET /things/null                     | ^200 .*^null$
    link-grammar              | commas in a target      | GET /things/pages                    | <pages\?fields=a,b>; rel="self first"; title="a, b"
    deprecation-grammar       | as the drafts had it    | GET /things/older                    | Deprecation: true
    file-download-disposition | a comma in a file name  | GET /things/picture                  | filename="a,b.bin"
    error-body-is-object      | JSON:API                | GET /things/nothing-of-it            | ^404 .*"errors":\[\{"id"
    e200-error-title-html     | a page on deleting      | GET /things/page                     | <title>Deleting rows
    ec-query-unknown          | ignored                 | GET /search?newmanifest_unknown=1    | ^200
    ec-method-unknown         | 501 for what Koa does not know | PROPFIND /search              | ^501
    ec-method-trace           | 501                     | TRACE /search                        | ^501
    ec-method-options         | 200 with Allow          | OPTIONS /search                      | ^200 .*Allow: HEAD, GET
`,
};
