import type { Json, JsonObject } from "../../manifest/model.ts";
import type { Fault } from "../fault.ts";
import { isObject } from "../json.ts";
import { everyObject, isError, jsonOf, refused, rewrite, spoil, withText } from "./answer.ts";
import { judging, refusing, trusted } from "./where.ts";

const secure =
  "the guide: don't include stack traces, database details, or implementation specifics in error responses";

/** What a developer should see, shown to everybody: the text stands in the message of the error. */
export const leakFaults = {
  "leak-stack-javascript": leak("a JavaScript stack", [
    "TypeError: Cannot read properties of undefined (reading 'id')",
    "    at findOne (/srv/app/dist/store.js:41:17)",
    "    at async /srv/app/node_modules/express/lib/router/layer.js:95:5",
  ]),
  "leak-stack-java": leak("a Java stack", [
    'java.lang.NullPointerException: Cannot invoke "String.length()" because "title" is null',
    "\tat com.example.api.BookController.create(BookController.java:57)",
  ]),
  "leak-stack-python": leak("a Python traceback", [
    "Traceback (most recent call last):",
    '  File "/srv/app/views.py", line 31, in create',
    "KeyError: 'title'",
  ]),
  "leak-sql": leak("a SQL statement", [
    "SQLSTATE[23000]: INSERT INTO items (id, title) VALUES (7, 'a') failed: duplicate key value violates unique constraint \"items_pkey\"",
  ]),
  "leak-path": leak("a path of the server", [
    "ENOENT: no such file or directory, open '/home/deploy/app/config/production.yml'",
  ]),
  "leak-connection": leak("a connection string with its password", [
    "cannot connect to postgres://api:hunter2secret@db.example.com:5432/prod",
  ]),
  "leak-environment": leak("environment variables of the server", [
    "AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  ]),
  "leak-password": {
    mistake: "an error repeats the password that was sent",
    breaks: "the guide: always avoid exposing sensitive information in error responses",
    at: trusted,
    serve: spoil(
      isError,
      rewrite((body, { request }) => (isObject(body) ? { ...body, received: jsonOf(request) ?? null } : body)),
    ),
    remedy: { declare: 400 },
  },
  "leak-own-500": {
    mistake: "a broken body is a 500 with the message of the parser and its stack",
    breaks: secure,
    at: judging,
    serve: spoil(
      ({ status }, { request }) => status === 400 && (request.body?.byteLength ?? 0) > 0,
      (_, call) => {
        const stack =
          "SyntaxError: Unexpected token in JSON\n    at JSON.parse (<anonymous>)\n    at parse (/srv/node_modules/body-parser/lib/types/json.js:92:19)";
        return withText(stack, "text/plain")(refused(500, call), call);
      },
    ),
    remedy: { declare: 400 },
  },
} as const satisfies Record<string, Fault>;

function leak(what: string, lines: ReadonlyArray<string>): Fault {
  const text = lines.join("\n");
  return {
    mistake: `the errors show ${what}`,
    breaks: secure,
    at: refusing,
    serve: spoil(isError, (response, call) => {
      const isJson = jsonOf(response) !== undefined;
      return isJson
        ? rewrite((body) => everyObject(body, worded(text)))(response, call)
        : withText(text, "text/plain")(response, call);
    }),
    remedy: { declare: 404 },
  };
}

/** The text in the place where an error says what is wrong. */
function worded(text: string) {
  const say = ([key, value]: readonly [string, Json]) =>
    [key, /^(?:message|detail)$/i.test(key) ? text : value] as const;
  return (object: JsonObject): JsonObject => Object.fromEntries(Object.entries(object).map(say));
}
