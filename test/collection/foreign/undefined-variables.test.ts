import { describe, expect, it } from "vitest";
import { variablesSetBy } from "../../../src/collection/foreign/scripts.ts";
import { drawDiagnostic } from "../../../src/diagnostic/frame.ts";
import type { ForeignOptions } from "../../../src/run/foreign/foreign-suite.ts";
import { suiteFrom } from "../../support/foreign.ts";

function event(exec: string, listen = "test") {
  return { listen, script: { exec: exec.split("\n") } };
}

/** `name @ what is underlined`, for each variable that is warned of. */
function warned(content: object, options: ForeignOptions = {}): ReadonlyArray<string> {
  const { diagnostics, sources } = suiteFrom({ info: { name: "C" }, ...content }, options);
  return diagnostics.map((one) => {
    const text = sources.find(({ file }) => file === one.span?.file)?.text ?? "";
    return `${one.code === "undefined-variable" ? one.args.name : one.code} @ ${text.slice(one.span?.start, one.span?.end)}`;
  });
}

describe("a variable that nothing gives a value", () => {
  it("is warned of where it is first written, once", () => {
    const item = [
      { name: "{{notSent}}", request: { url: "{{base}}/a?b={{q}}", description: "{{text}}" } },
      {
        name: "b",
        request: {
          url: { raw: "{{base}}/{{raw}}", host: ["{{base}}"], path: ["x"] },
          header: [
            { key: "A", value: "{{h}}" },
            { key: "B", value: "{{off}}", disabled: true },
          ],
        },
      },
      {
        name: "c",
        request: {
          url: "http://localhost",
          method: "POST",
          body: { mode: "raw", raw: '{"a": "{{body}}"}', urlencoded: [{ key: "a", value: "{{otherMode}}" }] },
        },
        response: [{ body: "{{example}}" }],
      },
      {
        name: "d",
        request: {
          url: "http://localhost",
          auth: {
            type: "apikey",
            apikey: [{ key: "value", value: "{{key}}" }],
            basic: [{ key: "password", value: "{{otherAuth}}" }],
          },
        },
      },
      { name: "e", request: { url: "http://localhost/{{$guid}}/{{$timestamp}}" } },
    ];
    expect(warned({ item })).toEqual(["base", "q", "h", "body", "key"].map((name) => `${name} @ {{${name}}}`));
  });

  it("may stand in credentials that are inherited, or in another variable's value", () => {
    const auth = { type: "bearer", bearer: [{ key: "token", value: "{{token}}" }] };
    const own = { url: "{{url}}", auth: { type: "noauth" } };
    const variable = [{ key: "url", value: "{{host}}/api" }];
    expect(warned({ auth, variable, item: [{ name: "a", request: own }] })).toEqual(["host @ {{host}}"]);
    expect(warned({ auth, variable, item: [{ name: "f", item: [{ name: "a", request: "{{url}}" }] }] })).toEqual([
      "token @ {{token}}",
      "host @ {{host}}",
    ]);
  });

  it("is none where a file or the command gives it one", () => {
    const item = [
      {
        name: "f",
        variable: [{ key: "inFolder", value: "" }],
        item: [
          { name: "a", request: "http://localhost/{{env}}/{{glob}}/{{col}}/{{row}}/{{var}}/{{gvar}}/{{inFolder}}" },
        ],
      },
    ];
    const options: ForeignOptions = {
      environment: { file: "e.json", text: '{"values": [{"key": "env", "value": ""}]}' },
      globals: { file: "g.json", text: '{"values": [{"key": "glob", "value": 5}]}' },
      data: { file: "d.csv", text: "row\n1" },
      envVar: { var: "1" },
      globalVar: { gvar: "1" },
    };
    const variable = [{ key: "col", value: { an: "object" } }];
    expect(warned({ variable, item }, options)).toEqual([]);
    const off = { ...options, environment: { file: "e.json", text: '{"values": [{"key": "env", "enabled": false}]}' } };
    expect(warned({ variable, item }, off)).toEqual(["env @ {{env}}"]);
  });

  it("is none where a script that runs gives it one, or where nobody knows what a script sets", () => {
    const use = { name: "use", request: "http://localhost/{{a}}" };
    const set = (exec: string) => ({ name: "set", request: "http://localhost", event: [event(exec)] });
    expect(warned({ item: [use, set("pm.environment.set('b', 1);")] })).toEqual(["a @ {{a}}"]);
    expect(warned({ item: [use, set("pm.environment.set('a', 1);")] })).toEqual([]);
    expect(warned({ item: [use], event: [event("pm.variables.set(`a`, 1)", "prerequest")] })).toEqual([]);
    expect(warned({ item: [use, set("for (const k in o) pm.globals.set(k, o[k]);")] })).toEqual([]);
    const switchedOff = {
      ...set("pm.environment.set('a', 1);"),
      event: [{ ...event("pm.environment.set('a', 1);"), disabled: true }],
    };
    expect(warned({ item: [use, switchedOff] })).toEqual(["a @ {{a}}"]);
  });

  it("says which scripts would give it one, if they ran before", () => {
    const login = {
      name: "Login",
      item: [{ name: "l", request: "http://localhost", event: [event("pm.environment.set('token', 1);")] }],
    };
    const users = { name: "Users", item: [{ name: "u", request: "http://localhost/{{token}}" }] };
    const collection = { info: { name: "C" }, item: [login, users] };
    const draw = (options: ForeignOptions) => {
      const { diagnostics, sources } = suiteFrom(collection, options);
      return diagnostics.map((one) => drawDiagnostic(one, sources).replace(/ {2,}/g, " ")).join("\n");
    };
    expect(draw({})).toBe("");
    expect(draw({ folders: ["Users"] })).toContain(
      'only scripts of "Login" give {{token}} a value, and they do not run with this',
    );
    expect(draw({ folders: ["Users"] })).toContain('^ add --folder "Login"');
    expect(draw({ isParallel: true })).toContain("^ run without --parallel-folders");
    // An environment often has a place for it.
    expect(draw({ envVar: { token: "" }, folders: ["Users"] })).toContain("do not run with this: it is sent empty");
    expect(draw({ envVar: { token: "t1" }, folders: ["Users"] })).toBe("");
  });

  it("may have blanks in its name, which count", () => {
    const { diagnostics, sources } = suiteFrom({
      info: { name: "C" },
      variable: [{ key: "a", value: "1" }],
      item: [{ request: "http://localhost/{{ a }}" }],
    });
    expect(diagnostics.map((one) => drawDiagnostic(one, sources))[0]).toContain(
      "blanks are part of a name: write {{a}}",
    );
  });
});

describe("what a script sets", () => {
  it.each([
    ['pm.environment.set("a", 1)', ["a"], false],
    ["pm.collectionVariables.set( 'a' , x); env.set(\"b\",y)", ["a", "b"], false],
    ["postman.setEnvironmentVariable('a', 1); postman.setGlobalVariable(\"b\", 2)", ["a", "b"], false],
    ["pm.environment.set(`a`, 1)", ["a"], false],
    ["pm.environment.set(`a${i}`, 1)", [], true],
    ["pm.environment.set('a' + i, 1)", [], true],
    ["pm.environment.set(name, 1)", [], true],
    ["eval(pm.globals.get('helpers'))", [], true],
    ["const { a } = pm.require('@team/lib')", [], true],
    ["setTimeout(() => {}, 5); postman.setNextRequest(name); offset(5)", [], false],
    ["pm.expect(pm.environment.get('a')).to.eql('b', 'c')", [], false],
  ])("%s", (source, names, isOpen) => {
    expect(variablesSetBy(source)).toEqual({ names: new Set(names), isOpen });
  });
});
