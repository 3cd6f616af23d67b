import { describe, expect, it } from "vitest";
import { evaluate } from "../support/script.ts";

// The grammars of headers as functions of the scripts: what each takes, and what it refuses.

const call = (name: string, text: string, rest = "") => evaluate(`${name}(${JSON.stringify(text)}${rest})`);

const grammars: Readonly<
  Record<string, { readonly right: ReadonlyArray<string>; readonly wrong: ReadonlyArray<string> }>
> = {
  isToken: { right: ["GET", "x-y_z", "!#$%&'*+.^`|~1"], wrong: ["", "a b", "a/b", "a,b", "é", '"a"', "a=b"] },
  parameter: {
    right: ["a=b", 'a="b c"', 'a="\\"b"', "max-age=60"],
    wrong: ["a", "a=", "a = b", 'a="b', "=b", 'a="b"c'],
  },
  isHttpDate: {
    right: ["Sun, 06 Nov 1994 08:49:37 GMT", "Thu, 29 Feb 2024 23:59:60 GMT", "Fri, 01 Jan 2100 00:00:00 GMT"],
    wrong: [
      "",
      "Sun, 6 Nov 1994 08:49:37 GMT",
      "Sun, 06 Nov 1994 08:49:37 UTC",
      "Sun, 06 Nov 1994 08:49:37 +0000",
      "2020-01-01T00:00:00Z",
      "sun, 06 nov 1994 08:49:37 gmt",
      "Mon, 06 Nov 1994 08:49:37 GMT",
      "Wed, 31 Feb 2021 08:49:37 GMT",
      "Sun, 06 Nov 1994 24:00:00 GMT",
      "0",
    ],
  },
  isObsoleteDate: {
    right: ["Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"],
    wrong: ["Sun, 06 Nov 1994 08:49:37 GMT", "Sun Nov 6 08:49:37", "Sometime, 06-Nov-94", "0"],
  },
  isEntityTag: {
    right: ['"xyzzy"', 'W/"xyzzy"', '""', '"a,b"', '"a/b+c="'],
    wrong: ["xyzzy", "'x'", 'w/"x"', '"a b"', '"a"b"', "W/x", '"a', ""],
  },
  isMediaType: {
    // RFC 9110, 5.6.6 allows the semicolon with nothing behind it.
    right: [
      "application/json",
      "application/json; charset=utf-8",
      'text/html;charset="utf-8"',
      "application/problem+json",
      "multipart/byteranges; boundary=THIS",
      "application/json;",
      'text/plain; a="x;y"; b=c',
      "*/*",
    ],
    wrong: [
      "json",
      "application/",
      "/json",
      "text/html; charset = utf-8",
      "application/json, text/html",
      "a/b/c",
      "text/html; utf-8",
    ],
  },
  contentRange: {
    right: ["bytes 0-499/1234", "bytes 42-1233/*", "bytes */1234"],
    wrong: ["bytes */*", "bytes=0-4/5", "0-4/5", "bytes 0-4", "*/1234", "items 0-9/100"],
  },
  isUriReference: {
    right: [
      "/api/resources/12345",
      "https://a.example/b?c=d#e",
      "../x",
      "?q=1",
      "#f",
      "urn:uuid:1",
      "//h/p",
      "http://[::1]:80/",
      "/a,b",
    ],
    wrong: ["", "/a b", "http://x/{id}", "/a|b", "/%zz", "/ü", "<a>", "\\x", "/%4"],
  },
  isLanguageTag: {
    right: ["en", "de-AT", "zh-Hant-TW", "x-klingon"],
    wrong: ["", "en_US", "en-", "abcdefghi", "de, en"],
  },
  isOrigin: {
    right: [
      "https://a.example",
      "http://localhost:3000",
      "null",
      "*",
      "capacitor://localhost",
      "http://[::1]:80",
      "http://my_host",
    ],
    wrong: ["https://a.example/", "a.example", "https://a, https://b", "https://a.example/x", ""],
  },
  rateLimits: {
    right: [
      '"default";r=50;t=30',
      '"burst";q=100;w=60,"daily";q=1000;w=86400',
      '"p";q=65535;qu="content-bytes";w=10;pk=:sdfjLJUOUH==:',
      '"a;b";r=1',
    ],
    wrong: ["default;r=50", "limit=10, remaining=5, reset=7", '"x";R=1', '"x";r=', ""],
  },
};

describe("the grammars of headers", () => {
  for (const [name, { right, wrong }] of Object.entries(grammars)) {
    it(`${name} takes what is right and refuses what is not`, () => {
      expect(right.filter((text) => !call(name, text))).toEqual([]);
      expect(wrong.filter((text) => call(name, text))).toEqual([]);
    });
  }
});

describe("challenges", () => {
  const bearer = { realm: "x", error: "invalid_token", error_description: "expired" };
  it.each([
    [
      'Basic realm="simple", Newauth realm="apps",\t type=1, title="Login to \\"apps\\""',
      [
        { scheme: "Basic", params: { realm: "simple" } },
        { scheme: "Newauth", params: { realm: "apps", type: "1", title: 'Login to "apps"' } },
      ],
    ],
    ["Bearer", [{ scheme: "Bearer", params: {} }]],
    ["Negotiate", [{ scheme: "Negotiate", params: {} }]],
    ['Bearer realm="x", error="invalid_token", error_description="expired"', [{ scheme: "Bearer", params: bearer }]],
    ["Negotiate YIIabc==", [{ scheme: "Negotiate", params: {}, token68: "YIIabc==" }]],
    [
      "Basic realm=x, Bearer",
      [
        { scheme: "Basic", params: { realm: "x" } },
        { scheme: "Bearer", params: {} },
      ],
    ],
    [
      'Bearer, Basic realm="a"',
      [
        { scheme: "Bearer", params: {} },
        { scheme: "Basic", params: { realm: "a" } },
      ],
    ],
    ['Digest realm = "a, b", nonce="c"', [{ scheme: "Digest", params: { realm: "a, b", nonce: "c" } }]],
  ])("reads %s", (line, expected) => {
    expect(JSON.parse(JSON.stringify(call("challenges", line)))).toEqual(expected);
  });

  it.each([
    "",
    'error="invalid_token"',
    'Bearer realm="x" error="y"',
    'Bearer realm="x", realm="y"',
    'Basic realm="x',
    '{"a":1}',
    "Bearer realm=x y",
    "Negotiate YIIabc==, realm=x",
  ])("refuses %s", (line) => {
    expect(() => call("challenges", line)).toThrow();
  });
});

describe("lists", () => {
  it("are not separated by what stands in quotes or angle brackets", () => {
    expect(Array.from(call("pieces", 'a, "b, \\", c" ,<d,e>;f', ', ","') as string[])).toEqual([
      "a",
      '"b, \\", c"',
      "<d,e>;f",
    ]);
  });

  it("are links with their parameters, and a link without a target is none", () => {
    const headers = [
      ["Link", '<https://x/2>; rel="next", </a,b>;rel=last; title="x, y"; hreflang'],
      ["Link", "https://x; rel=next, <a b>; rel=x, <a>; rel="],
    ] as const;
    const found = JSON.parse(JSON.stringify(evaluate("links()", { headers })));
    expect(found).toEqual([
      { text: '<https://x/2>; rel="next"', target: "https://x/2", parameters: [["rel", "next"]] },
      {
        text: '</a,b>;rel=last; title="x, y"; hreflang',
        target: "/a,b",
        parameters: [
          ["rel", "last"],
          ["title", "x, y"],
          ["hreflang", ""],
        ],
      },
      { text: "https://x; rel=next", parameters: [] },
      { text: "<a b>; rel=x", parameters: [] },
      { text: "<a>; rel=", parameters: [] },
    ]);
  });

  it("are the directives of all lines of Cache-Control", () => {
    const headers = [
      ["Cache-Control", 'MAX-AGE=60, private="set-cookie"'],
      ["Cache-Control", "no-store, , ext=1"],
    ] as const;
    expect({ ...(evaluate("directives()", { headers }) as object) }).toEqual({
      "max-age": "60",
      private: "set-cookie",
      "no-store": "",
      ext: "1",
    });
  });
});

describe("hostile headers", () => {
  // A header of 16 kB is what Node lets through.
  const long = (part: string) => part.repeat(16_000 / part.length);

  it.each([
    ["pieces", long(", "), ', ","'],
    ["pieces", long("<"), ', ","'],
    ["pieces", long('"\\'), ', ","'],
    ["isMediaType", `a/b${long("; ")}!`, ""],
    ["isMediaType", `a/b; c="${long("\\")}`, ""],
    ["parameter", `a="${long("\\")}`, ""],
    ["looseParameter", `a${long(" ")}=${long(" ")}!`, ""],
    ["isUriReference", `${long("%41")}%`, ""],
    ["isEntityTag", `"${long("a")}`, ""],
    ["isLanguageTag", `${long("a-")}`, ""],
    ["rateLimits", `"a"${long(";a=b")};=`, ""],
  ])("%s is done with one soon", (name, text, rest) => {
    const start = performance.now();
    call(name, text, rest);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
