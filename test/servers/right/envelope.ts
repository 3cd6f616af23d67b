import { startEnvelope } from "../envelope.ts";
import type { Right } from "./right.ts";

export const envelope: Right = {
  name: "JSend, compressed, with cookies and two users",
  start: startEnvelope,
  values: { alice: "key-of-alice", bob: "key-of-bob" },
  headers: { "X-Api-Key": "key-of-alice" },
  suite: `
auth:
  alice: { apiKey: { in: header, name: X-Api-Key, value: "{{alice}}" } }
  bob: { apiKey: { in: header, name: X-Api-Key, value: "{{bob}}" } }
defaults: { errors: { status: fail, data: null } }
endpoints:
  GET /notes: 200 401
  POST /notes: { body: { text: " remember ", tags: [b, a] }, capture: { id: $.data.id }, expect: 201 400 401 422 }
  GET /notes/{id}:
    expect:
      200: { body: { status: success, data: { text: remember, tags: [a] } } }
      304: {}
      401: {}
      404: [{ name: of somebody else, when: { as: bob } }, { name: unknown }]
      410: {}
  PATCH /notes/{id}: { body: { text: changed }, expect: 200 401 403 404 422 }
  DELETE /notes/{id}: 200 401 403 404 410
`,
  habits: String.raw`
    2  | a cookie on every answer              | GET /notes                                | Set-Cookie: seen=.*Set-Cookie: theme=dark
    5  | an absolute Location with a comma     | POST /notes {"text":"a","tags":[]}        | ^201 .*Location: http://127.*\?by=a,b$
    7  | no scheme for keys                    | GET /notes [X-Api-Key:]                   | ^401 (?!.*WWW-Authenticate)
    9  | 404 for a wrong method                | PUT /notes {}                             | ^404
    12 | 400 for what is no UUID               | GET /notes/7                              | ^400
    13 | the second DELETE is 410              | POST /notes {"text":"a","tags":[]} ; DELETE {location} ; DELETE {location} | ^410
    14 | 404 for what is somebody else's       | POST /notes {"text":"a","tags":[]} ; GET {location} [X-Api-Key: key-of-bob] | ^404
    14 | and 403 for changing it               | POST /notes {"text":"a","tags":[]} ; DELETE {location} [X-Api-Key: key-of-bob] | ^403
    20 | an ETag that ends in -gzip            | POST /notes {"text":"a","tags":[]} ; GET {location} | ETag: "[0-9a-f]+-gzip"
    20 | and 304 without the suffix            | POST /notes {"text":"a","tags":[]} ; GET {location} ; GET {location} [If-None-Match: {etag}] | ^304 .*ETag: "[0-9a-f]+"$
    content-encoding-grammar | gzip, whoever asks | GET /notes                               | Content-Encoding: gzip
    content-type-expected | a type of its own     | GET /notes                               | application/vnd.notes.v2\+json
    post-then-get-equal | tags in another order, texts trimmed | POST /notes {"text":" a ","tags":["b","a"]} | ^201
`,
};
