import { startSlugs } from "../slugs.ts";
import type { Right } from "./right.ts";

export const slugs: Right = {
  name: "Fastify, with coercion, slugs and problem details",
  start: startSlugs,
  values: { session: "s3cret" },
  headers: { Cookie: "session=s3cret" },
  suite: `
auth: { writer: { cookie: { name: session, value: "{{session}}" } } }
policy: { validation: 422 }
defaults: { errors: problem+json }
endpoints:
  GET /articles: { expect: 200 }
  POST /articles: { body: { title: Hello World, words: "5", draft: true }, optional: [draft], expect: 201 }
  GET /articles/{id}: 200 404
  PATCH /articles/{id}: { body: { title: Hello again }, expect: 200 422 }
  DELETE /articles/{id}: 202 404
`,
  habits: String.raw`
    7  | a scheme for cookies                | GET /articles [Cookie:]                       | ^401 .*WWW-Authenticate: Cookie
    12 | 422 for what is not JSON            | POST /articles {"title":                      | ^422 .*"status":422
    12 | 400 for an id of another form       | GET /articles/1-a                             | ^400
    13 | DELETE is accepted, and then 404    | POST /articles {"title":"a","words":1} ; DELETE {location} ; DELETE /articles/1 | ^404
    14 | 404 to whoever is not logged in     | GET /articles/1 [Cookie:]                     | ^404
    16 | "5" is 5                            | POST /articles {"title":"a","words":"5"}      | ^201 .*"words":5
    16 | null is nothing                     | POST /articles {"title":null,"words":null}    | ^201 .*"title":"","words":0
    18 | a list of errors with a password    | POST /articles {}                             | ^422 .*"errors":\[\{"password":"too short"
    23 | a page for an unknown route         | GET /nowhere                                  | ^404 .*<h1>Lost
    26 | 404 before 401                      | GET /nowhere [Cookie:]                        | ^404
    5  | a Location that ends with a slash   | POST /articles {"title":"b c","words":1}      | ^201 .*Location: /articles/b-c-\d+/$
    problem-status-equals-actual | a problem without a status | GET /articles/999            | ^404 .*problem\+json.*"title":"No"\}$
    patch-success-code  | PATCH creates                | PATCH /articles/new {"title":"a"}    | ^201
    ec-method-options   | 404                          | OPTIONS /articles                    | ^404
    ec-ct-unsupported   | 415                          | POST /articles [Content-Type: application/xml] <a/> | ^415
`,
};
