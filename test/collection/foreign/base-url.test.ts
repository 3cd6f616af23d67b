import { describe, expect, it } from "vitest";
import type { ForeignOptions } from "../../../src/run/foreign/foreign-suite.ts";
import { suiteFrom } from "../../support/foreign.ts";

function baseUrl(urls: ReadonlyArray<string>, script = "", options: ForeignOptions = {}): string {
  const item = urls.map((url) => ({ request: url }));
  const variable = [
    { key: "base", value: "{{scheme}}://{{host}}/api" },
    { key: "scheme", value: "http" },
    { key: "host", value: "localhost:3000" },
    { key: "loop", value: "{{loop}}" },
  ];
  const event = [{ listen: "prerequest", script: { exec: script } }];
  return suiteFrom({ info: { name: "C" }, item, variable, event }, options).suite.baseUrl;
}

describe("where a collection sends its requests", () => {
  it.each([
    [["http://localhost:3000/a", "http://localhost:3000/b?x=http://other"], "http://localhost:3000"],
    [["{{base}}/a", "http://localhost:3000/b"], "http://localhost:3000"],
    [["localhost:3000/a"], "http://localhost:3000"],
    [["HTTPS://user:pass@Api.Example/a"], "https://api.example"],
    // To several servers, of which one may be there.
    [["http://localhost:3000/a", "http://localhost:3001/a"], ""],
    [["{{base}}/a", "{{unknown}}/a"], ""],
    [["{{loop}}/a"], ""],
    [["{{$randomUrl}}/a"], ""],
    [["ftp://localhost/a"], ""],
    [[""], ""],
  ])("%j: %s", (urls, expected) => {
    expect(baseUrl(urls)).toBe(expected);
  });

  it("is not known where a script or the data may change it", () => {
    const url = ["{{base}}/a"];
    expect(baseUrl(url, "pm.environment.set('page', 1)")).toBe("http://localhost:3000");
    expect(baseUrl(url, "pm.environment.set('host', 'elsewhere')")).toBe("");
    expect(baseUrl(url, "pm.environment.set(name, 'elsewhere')")).toBe("");
    expect(baseUrl(["http://localhost:1/a"], "pm.environment.set(name, 1)")).toBe("http://localhost:1");
    expect(baseUrl(url, "", { data: { file: "d.csv", text: "host\na\nb" } })).toBe("");
  });

  it("is what the nearest scope says: data, the environment, the collection, globals", () => {
    const environment = { file: "e.json", text: '{"host": "of-env"}' };
    const globals = { file: "g.json", text: '{"host": "of-globals", "other": "of-globals"}' };
    expect(baseUrl(["{{base}}"], "", { environment, globals })).toBe("http://of-env");
    expect(baseUrl(["{{base}}"], "", { environment, envVar: { host: "of-command" } })).toBe("http://of-command");
    expect(baseUrl(["{{base}}"], "", { globals })).toBe("http://localhost:3000");
    expect(baseUrl(["{{other}}"], "", { globals })).toBe("http://of-globals");
    expect(baseUrl(["{{other}}"], "", { globals, globalVar: { other: "of-command" } })).toBe("http://of-command");
  });
});
