import { json, oneOf, scalar, scalars, strict, text } from "./terms.ts";

const userAndPassword = strict(
  { username: scalar.describe("The user's name."), password: scalar.describe("The password.") },
  "a map with username and password",
);

const cookie = strict(
  { name: text.describe("The cookie's name."), value: scalar.describe("Its value.") },
  "a map with name and value",
);

const apiKey = strict(
  {
    name: text.describe("The name of the header or query parameter."),
    value: scalar.describe("The key."),
    in: oneOf(["header", "query"]).optional().describe("Where it is sent; default: header."),
  },
  "a map with name, value and in",
);

const oauth2 = strict(
  {
    tokenUrl: text.describe("Where tokens are given."),
    clientId: scalar.describe("The client's id."),
    clientSecret: scalar.describe("The client's secret."),
    scope: text.optional().describe("What the token is for."),
  },
  "a map with tokenUrl, clientId and clientSecret",
);

const login = strict(
  {
    request: text.describe("The request that logs in, such as POST /login."),
    headers: scalars.optional().describe("Its headers."),
    body: json.optional().describe("Its body."),
    form: scalars.optional().describe("Its form fields."),
    token: text.describe("Where the response holds the token, such as $.token."),
  },
  "a map with request and token",
);

/** How an identity proves who it is: one of these. */
export const identity = strict(
  {
    bearer: text
      .optional()
      .describe("Authorization: Bearer with this token.")
      .meta({ examples: ["{{memberToken}}"] }),
    basic: userAndPassword.optional().describe("HTTP Basic (RFC 7617)."),
    apiKey: apiKey.optional().describe("A key in a header or in the query."),
    digest: userAndPassword.optional().describe("HTTP Digest (RFC 7616)."),
    cookie: cookie.optional().describe("A session cookie."),
    oauth2: oauth2.optional().describe("OAuth 2 client credentials. Not supported in this version."),
    login: login.optional().describe("A request that answers with a token. Not supported in this version."),
  },
  "a map with one of bearer, basic, apiKey, digest, cookie",
).meta({ minProperties: 1, maxProperties: 1 });
