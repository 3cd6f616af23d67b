import { startClinic, visitSchema } from "../clinic.ts";
import type { Right } from "./right.ts";

export const clinic: Right = {
  name: "Fastify as it comes, with a schema",
  start: startClinic,
  suite: `
endpoints:
  GET /visits: { query: { limit: 5 }, expect: 200 }
  POST /visits:
    body: { patient: Zoë, minutes: 30, kind: first, at: "2030-01-01T10:00:00Z", notes: [a, b], urgent: false }
    bodySchema: ${JSON.stringify(visitSchema)}
    expect: 201 400 415
  GET /visits/{id}: { expect: { 200: {}, 400: { when: { path: { id: abc } } }, 404: {} } }
  PUT /visits/{id}:
    body: { patient: Zoë, minutes: 45, kind: again }
    bodySchema: ${JSON.stringify(visitSchema)}
    expect: 200 400 404
  DELETE /visits/{id}: 204 404
`,
  habits: String.raw`
    9  | 404 for a wrong method            | PATCH /visits {}                              | ^404
    9  | 404 for OPTIONS                   | OPTIONS /visits                               | ^404
    12 | 400 for an id of another form     | GET /visits/abc                               | ^400
    13 | the second DELETE is 404          | DELETE /visits/00000000-ab5c-4def-8abc-0123456789ab | ^404
    16 | "5" is 5                          | POST /visits {"patient":"Al","minutes":"5","kind":"first"} | ^201 .*"minutes":5,
    16 | 5 is "5"                          | POST /visits {"patient":"Al","minutes":5,"kind":"first","notes":[7]} | ^201 .*"notes":\["7"\]
    16 | one is a list of one              | POST /visits {"patient":"Al","minutes":5,"kind":"first","notes":"a"} | ^201 .*"notes":\["a"\]
    16 | null is false                     | POST /visits {"patient":"Al","minutes":5,"kind":"first","urgent":null} | ^201 .*"urgent":false
    32 | unknown fields are taken away     | POST /visits {"patient":"Al","minutes":5,"kind":"first","role":"admin"} | ^201 (?!.*role)
    33 | hostile strings are names         | POST /visits {"patient":"O' OR '1'='1","minutes":5,"kind":"first"} | ^201 .*O' OR '1'='1
    ec-id-case           | ids in any case | POST /visits {"patient":"Al","minutes":5,"kind":"first"} ; GET /visits/0F000001-AB5C-4DEF-8ABC-0123456789AB | ^200
    ec-json-duplicate-keys | the last one wins | POST /visits {"patient":"Al","minutes":5,"minutes":6,"kind":"first"} | ^201 .*"minutes":6
    ec-json-empty-body   | 400             | POST /visits                                  | ^4
    ec-body-too-large    | 413             | POST /visits {"a":"${"x".repeat(30_000)}"}    | ^413
    ec-id-long           | 414 or 404      | GET /visits/${"x".repeat(1000)}               | ^4(04|14)
    ec-page-limit-nonnumeric | the default | GET /visits?limit=abc                         | ^200
    ec-bad-percent       | 400             | GET /visits/%zz                               | ^400
`,
};
