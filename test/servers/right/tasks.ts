import { startTasks } from "../tasks.ts";
import type { Right } from "./right.ts";

export const tasks: Right = {
  name: "slashes at the end, JSON Patch, required preconditions and forms",
  start: startTasks,
  suite: `
endpoints:
  GET /tasks: 308
  GET /tasks/: 200
  HEAD /tasks/: 200
  OPTIONS /tasks/: 204
  POST /tasks/: { body: { title: sweep, isDone: false }, expect: 201 422 }
  GET /tasks/{id}/: 200 404
  PUT /tasks/{id}/: { headers: { If-Match: "*" }, body: { title: wash, isDone: false }, expect: 200 404 412 422 }
  PATCH /tasks/{id}/:
    headers: { If-Match: "*", Content-Type: application/json-patch+json }
    body: [{ op: replace, path: /isDone, value: true }]
    expect: { 200: {}, 404: {}, 412: {}, 428: { when: { headers: { If-Match: null } } } }
  DELETE /tasks/{id}/: 200 404
  POST /login/:
    form: { user: ann, password: correct }
    expect: { 200: {}, 401: { when: { body: { password: wrong } } }, 422: {} }
`,
  habits: String.raw`
    3  | the address ends with a slash        | GET /tasks                                | ^308 .*Location: \./tasks/
    5  | a Location within                    | POST /tasks/ {"title":"a","isDone":false} | ^201 .*Location: 018f3a5c[-0-9a-f]+/$
    8  | Allow without what it allows itself  | OPTIONS /tasks/                           | ^204 .*Allow: GET, POST$
    9  | 404 for a wrong method               | PUT /tasks/ {}                            | ^404
    11 | If-Match on what is missing is 404   | PUT /tasks/018f3a5c-7e1b-7999-9abc-0123456789ab/ [If-Match: "1"] {} | ^404
    12 | 422 for what is not JSON             | POST /tasks/ {"title":                    | ^422
    13 | DELETE is 200 without a body         | POST /tasks/ {"title":"a","isDone":false} ; DELETE {location} | ^200 .*\n\n$
    18 | a map of errors with a password      | POST /login/ {}                           | ^422 .*"errors":\{"password":"is missing"
    7  | a scheme of its own                  | POST /login/ user=ann&password=x          | ^401 .*WWW-Authenticate: Form realm="tasks"
    26 | headers that are too long are dropped | GET /tasks/ [X-Long: ${"x".repeat(20_000)}] | ^ECONNRESET$
    428-explains-how | 428                    | POST /tasks/ {"title":"a","isDone":false} ; PUT {location} {} | ^428
    415-patch-accept-patch | the type is not looked at | POST /tasks/ {"title":"a","isDone":false} ; PATCH {location} [If-Match: *] [Content-Type: text/plain] [{"op":"replace","path":"/isDone","value":true}] | ^200
    content-type-expected | HAL               | GET /tasks/                               | application/hal\+json
`,
};
