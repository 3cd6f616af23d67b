import { startRecipes } from "../recipes.ts";
import type { Right } from "./right.ts";

export const recipes: Right = {
  name: "Koa, with names as ids",
  start: startRecipes,
  values: { token: "salt" },
  headers: { Authorization: "Bearer salt" },
  suite: `
auth: { cook: { bearer: "{{token}}" } }
endpoints:
  GET /recipes/: 302 401
  GET /recipes: 200 401 405
  POST /recipes: { body: { name: "Crème brûlée, l'originale", steps: [mix, bake] }, expect: 201 400 401 409 422 }
  GET /recipes/{name}: 200 304 401 404
  DELETE /recipes/{name}: 200 401 404
`,
  habits: String.raw`
    3  | a redirect to another address         | GET /recipes/                               | ^302 .*Location: \.\./recipes
    5  | a Location with a comma               | POST /recipes {"name":"pie, apple","steps":[]} | ^201 .*Location: /recipes/pie,%20apple
    7  | a bare Bearer                         | GET /recipes [Authorization:]               | ^401 .*WWW-Authenticate: Bearer$
    8  | 405 with what there is                | PUT /recipes {}                             | ^405 .*Allow: HEAD, GET, POST
    9  | 501 for what no route has             | PROPFIND /recipes                           | ^501 .*Allow:
    16 | one step is a list of steps           | POST /recipes {"name":"a","steps":"mix"} ; GET {location} | ^200 .*"steps":\["mix"\]
    10 | a weak ETag                           | POST /recipes {"name":"b","steps":[]} ; GET {location} | ETag: W/"0-1"
    15 | a body without Content-Type is read   | POST /recipes [Content-Type:] {"name":"c","steps":[]} | ^201
    19 | HEAD is answered as GET is            | HEAD /recipes                               | ^200
    12 | 400 for a name that is no name        | GET /recipes/1abc                           | ^400 .*that is no name
    200-get-has-content   | DELETE with a word | DELETE /recipes/b                           | ^200 .*"message":"deleted"
    201-body-describes-resource | an empty body | POST /recipes {"name":"d","steps":[]}      | ^201 .*\n\n$
    404-no-reflection     | tags in a text     | GET /recipes/zzz                            | ^404 .*text/plain.*<p>There is no such recipe
    ec-method-trace       | 501                | TRACE /recipes                              | ^501
`,
};
