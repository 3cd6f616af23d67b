import { expect, it } from "vitest";
import { expectedOf, judge, type Vector } from "../support/vectors.ts";

// 401 and its challenges: each rule broken once, and habits that are right.
const error = { error: { code: "NO", message: "who are you?" } } as const;
const refused = (challenge: string | ReadonlyArray<string>) =>
  ({ status: 401, headers: { "WWW-Authenticate": challenge }, body: error }) as const;
const withToken = { sends: { Authorization: "Bearer abc" } } as const;

const vectors: ReadonlyArray<Vector> = [
  { rule: "401-www-authenticate-grammar", ...refused('error="invalid_token"') },
  { rule: "401-www-authenticate-grammar", name: "no comma", ...refused('Basic realm="a" charset="UTF-8"') },
  { name: "several challenges in one line", ...refused('Basic realm="a", Bearer realm="b", scope="x y"') },
  { name: "several lines", ...refused(["Negotiate", 'Basic realm="a, b"']) },
  { name: "a scheme of its own", ...refused("xBasic") },
  {
    name: "on a 403",
    status: 403,
    headers: { "WWW-Authenticate": 'Bearer realm="a", error="insufficient_scope"' },
    body: error,
  },
  { rule: "401-basic-realm", ...refused("Basic") },
  { rule: "401-bearer-params", ...refused("Bearer") },
  { rule: "401-bearer-error-code", ...withToken, ...refused('Bearer realm="a"') },
  { name: "a token that is not valid", ...withToken, ...refused('Bearer realm="a", error="invalid_token"') },
  { rule: "401-bearer-no-error-when-no-credentials", ...refused('Bearer error="invalid_token"') },
  { rule: "400-bearer-invalid-request", ...withToken, ...refused('Bearer error="invalid_token"'), status: 400 },
  {
    rule: "401-set-cookie-none",
    ...refused('Basic realm="a"'),
    headers: { "WWW-Authenticate": 'Basic realm="a"', "Set-Cookie": "sid=1; Path=/; Secure; HttpOnly; SameSite=Lax" },
  },
  {
    rule: "auth-not-in-url",
    status: 302,
    headers: { "Content-Type": null, Location: "/next?access_token=abc" },
    body: null,
  },
];

it("each broken rule is told by its id, and nothing else", async () => {
  expect(await judge(vectors)).toEqual(expectedOf(vectors));
}, 60_000);
