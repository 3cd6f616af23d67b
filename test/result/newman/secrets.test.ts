import { describe, expect, it } from "vitest";
import { newmanSecrets } from "../../../src/result/newman/secrets.ts";

const auth = (type: string, params: Readonly<Record<string, unknown>>) => ({
  auth: { type, [type]: Object.entries(params).map(([key, value]) => ({ key, value })) },
});

const secretsOf = (parts: { readonly values?: ReadonlyArray<object>; readonly request?: object }) =>
  newmanSecrets({
    collection: { item: [] },
    environment: { values: parts.values ?? [] },
    run: { executions: [{ request: parts.request }] },
  });

describe("the variables of a report", () => {
  it.each([
    ["marked", { key: "where", value: "behind the mirror", type: "secret" }, ["behind the mirror"]],
    ["named", { key: "apiKey", value: "k-123", type: "any" }, ["k-123"]],
    ["named shortly", { key: "pwd", value: "sesame" }, ["sesame"]],
    ["neither", { key: "host", value: "example.test", type: "any" }, []],
    ["not filled in", { key: "token", value: "{{other}}" }, []],
    ["called like itself", { key: "token", value: "token" }, []],
    ["an address", { key: "tokenUrl", value: "https://login.example/token" }, []],
    ["empty", { key: "password", value: "" }, []],
  ])("are secret, or are not: %s", (_name, variable, secrets) => {
    expect(secretsOf({ values: [variable] })).toEqual(secrets);
  });
});

describe("the credentials of a report", () => {
  it.each<[string, Readonly<Record<string, unknown>>, ReadonlyArray<string>]>([
    ["bearer", { token: "t-123" }, ["t-123"]],
    ["basic", { username: "ada", password: "sesame" }, ["sesame", "ada:sesame"]],
    ["digest", { username: "ada", password: "sesame", realm: "shop", algorithm: "MD5", qop: "auth" }, ["sesame"]],
    ["apikey", { key: "X-Key", value: "k-123", in: "header" }, ["k-123"]],
    ["oauth2", { accessToken: "t-123", clientSecret: "s-123", tokenType: "Bearer", scope: "all" }, ["t-123", "s-123"]],
    ["noauth", {}, []],
    ["bearer", { token: 7 }, []],
  ])("are secret, but for what is no credential: %s", (type, params, secrets) => {
    expect(secretsOf({ request: auth(type, params) })).toEqual(secrets);
  });
});
