import { startLetters } from "../letters.ts";
import type { Right } from "./right.ts";

export const letters: Right = {
  name: "what is new cannot be read for a moment",
  start: startLetters,
  suite: `
endpoints:
  GET /letters: 200
  POST /letters: { body: { to: Ann }, expect: 201 400 }
  GET /letters/{id}: 200 404
  DELETE /letters/{id}: 204
`,
  habits: `
    13 | the second DELETE is 204     | POST /letters {"to":"a"} ; DELETE {location} ; DELETE {location} | ^204
    25 | 404 right after the create   | POST /letters {"to":"a"} ; GET {location}    | ^404
    34 | it waits for the whole body  | POST /letters [Content-Length: 999] {"to":"a"} | ^ESOCKETTIMEDOUT$
`,
};
