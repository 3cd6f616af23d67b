import { describe, expect, it } from "vitest";
import type { ForeignOptions } from "../../../src/run/foreign/foreign-suite.ts";
import { suiteFrom } from "../../support/foreign.ts";

function secretsOf(content: object, options: ForeignOptions = {}): ReadonlyArray<string> {
  const item = [{ name: "a", request: "http://localhost" }];
  return suiteFrom({ info: { name: "C" }, item, ...content }, options).suite.setting.secrets;
}

const environment = (values: ReadonlyArray<object>) => ({
  environment: { file: "env.json", text: JSON.stringify({ values }) },
});

describe("what must not be kept", () => {
  it.each([
    [{ key: "x", value: "s3cr3t", type: "secret" }, ["s3cr3t"]],
    [{ key: "accessToken", value: "s3cr3t" }, ["s3cr3t"]],
    [{ key: "ADMIN_PASSWORD", value: 1234567 }, ["1234567"]],
    [{ key: "x-api-key", value: "s3cr3t" }, ["s3cr3t"]],
    [{ key: "user", value: "ada" }, []],
    [{ key: "token", value: "", type: "secret" }, []],
    [{ key: "token", value: "{{later}}" }, []],
    [{ key: "tokenType", value: "Bearer" }, []],
    [{ key: "tokenUrl", value: "https://login.example/token" }, []],
    [{ key: "usesToken", value: "true" }, []],
    [{ key: "password", value: "password" }, []],
    [{ key: "token", value: "s3cr3t", enabled: false }, []],
  ])("of a variable %j", (variable, secrets) => {
    expect(secretsOf({}, environment([variable]))).toEqual(secrets);
    expect(secretsOf({}, { globals: { file: "g.json", text: JSON.stringify({ values: [variable] }) } })).toEqual(
      secrets,
    );
    const { enabled = true, ...own } = variable as { enabled?: boolean };
    expect(secretsOf({ variable: [{ ...own, disabled: !enabled }] })).toEqual(secrets);
  });

  it("is found in what the command and the data give", () => {
    const data = { file: "d.csv", text: "password,b\none1,x\ntwo2,y" };
    expect(secretsOf({}, { envVar: { token: "v1" }, globalVar: { secret: "v2" }, data })).toEqual([
      "one1",
      "two2",
      "v1",
      "v2",
    ]);
  });

  it.each([
    [{ type: "bearer", bearer: [{ key: "token", value: "t0k3n" }] }, ["t0k3n"]],
    [{ type: "bearer", bearer: { token: "{{jwt1}}" } }, ["from-env"]],
    [
      {
        type: "basic",
        basic: [
          { key: "username", value: "ada" },
          { key: "password", value: "pa55" },
        ],
      },
      ["pa55", "ada:pa55"],
    ],
    [
      {
        type: "apikey",
        apikey: [
          { key: "key", value: "X-Key" },
          { key: "value", value: "k3y" },
          { key: "in", value: "header" },
        ],
      },
      ["k3y"],
    ],
    [
      {
        type: "oauth2",
        oauth2: [
          { key: "clientSecret", value: "c5" },
          { key: "clientId", value: "id" },
          { key: "addTokenTo", value: "header" },
        ],
      },
      ["c5"],
    ],
    [{ type: "awsv4", awsv4: { accessKey: "AK", secretKey: "SK", region: "eu" } }, ["SK"]],
    [{ type: "noauth" }, []],
    [{ type: "bearer", bearer: [{ key: "token", value: "{{unknown}}" }] }, []],
    ["bearer", []],
  ])("of credentials %j, wherever they stand", (auth, secrets) => {
    const options = environment([{ key: "jwt1", value: "from-env" }]);
    const request = { url: "http://localhost" };
    expect(secretsOf({ auth }, options)).toEqual(secrets);
    expect(secretsOf({ item: [{ name: "f", auth, item: [{ request }] }] }, options)).toEqual(secrets);
    expect(secretsOf({ item: [{ request: { ...request, auth } }] }, options)).toEqual(secrets);
  });

  it("is found in headers, parameters and fields", () => {
    const request = {
      url: {
        host: ["localhost"],
        path: ["a"],
        query: [
          { key: "api_key", value: "q1" },
          { key: "page", value: "2" },
        ],
      },
      header: [
        { key: "Authorization", value: "Bearer h1" },
        { key: "X-Auth-Token", value: "h2" },
        { key: "Accept", value: "x" },
      ],
      body: {
        mode: "urlencoded",
        urlencoded: [
          { key: "password", value: "f1" },
          { key: "user", value: "ada" },
        ],
      },
    };
    expect(secretsOf({ item: [{ request }] })).toEqual(["h1", "h2", "f1", "q1"]);
    expect(secretsOf({ item: [{ request: "http://localhost/a?token=u1=&x=2#token=no" }] })).toEqual(["u1="]);
    const old = { url: "http://localhost", header: "Accept: x\nAuthorization: Bearer a:b" };
    expect(secretsOf({ item: [{ request: old }] })).toEqual(["a:b"]);
  });
});
