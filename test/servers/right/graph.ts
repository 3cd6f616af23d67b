import { startGraph } from "../graph.ts";
import type { Right } from "./right.ts";

export const graph: Right = {
  name: "Express, with errors inside of a 200",
  start: startGraph,
  values: { token: "node" },
  headers: { Authorization: "Bearer node" },
  suite: `
auth: { reader: { bearer: "{{token}}" } }
endpoints:
  POST /graphql: { body: { query: "{ books { id } }" }, expect: 200 }
  POST /rpc: { body: { jsonrpc: "2.0", method: pong, id: 1 }, expect: 200 401 }
  POST /keys: { body: { label: ci }, expect: 201 422 }
  DELETE /keys/{id}: 204 404
  GET /statements/{name}:
    path: { name: "{{name}}" }
    data: [{ name: game }, { name: probe }, { name: order }, { name: validation }, { name: notices }]
    expect: 200 404
`,
  habits: String.raw`
    7  | a challenge with a scope and without an error | GET /statements/notices [Authorization:] | ^401 .*WWW-Authenticate: Bearer realm="graph", scope="read write"$
    9  | 404 for a wrong method                 | PUT /statements/game {}                         | ^404
    17 | GraphQL: errors beside data            | POST /graphql {"query":"{ x }"}         | ^200 .*"data":null,"errors":\[\{
    17 | GraphQL: an empty list of errors       | POST /graphql {"query":"{ books }"}     | ^200 .*"errors":\[\]
    17 | JSON-RPC: an error                     | POST /rpc {"jsonrpc":"2.0","method":"x"} | ^200 .*"error":\{"code":-32601
    18 | a short trace and a short cause        | GET /nothing                            | ^404 .*"traceId":"4bf92f3577b34da6a3ce929d0e0e4736","cause":"CLIENT"
    18 | "Please select an item from the list"  | POST /rpc {"jsonrpc":                   | ^400 .*Please select an item from the list
    18 | trace, query, cause and file in a text | GET /statements/notices                            | ^200 .*"trace":"4bf9.*"query":"select","cause":"WEATHER","file"
    26 | the body is looked at before the credentials | POST /rpc [Authorization:] {"a":  | ^400
    leak-secret-fields-2xx | a secret, when it is made  | POST /keys {"label":"a"}               | ^201 .*"secret":"sk_test_
    201-location-resolves  | only DELETE works there    | POST /keys {"label":"a"} ; GET {location} | ^404
    e200-success-false     | a game that was lost        | GET /statements/game                           | ^200 .*"success":false
    e200-status-code-field | a probe that saw a 503      | GET /statements/probe                       | ^200 .*"status":503
    e200-status-string     | an order that failed        | GET /statements/order                          | ^200 .*"status":"error"
    e200-error-member      | errors of none              | GET /statements/validation                       | ^200 .*"errors":\[\],"error":null,"error_count":0
    e200-message-smells    | "no errors found"           | GET /statements/validation                       | ^200 .*no errors found
    ec-route-trailing-slash | the same                   | GET /statements/notices/                          | ^200
    ec-route-case          | the same                    | GET /STATEMENTS/notices                           | ^200
`,
};
