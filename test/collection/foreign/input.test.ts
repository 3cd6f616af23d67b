import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import newman from "newman";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readRows } from "../../../src/collection/foreign/read-rows.ts";
import { readValues } from "../../../src/collection/foreign/read-values.ts";
import { drawDiagnostic } from "../../../src/diagnostic/frame.ts";

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rows-"));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** What Newman makes of a data file: the rows that its scripts see. */
async function rowsOfNewman(name: string, text: string): Promise<ReadonlyArray<unknown>> {
  const file = join(folder, name);
  writeFileSync(file, text);
  const exec = "console.log(JSON.stringify(pm.iterationData.toObject())); pm.execution.skipRequest();";
  const item = [{ name: "a", request: "http://localhost", event: [{ listen: "prerequest", script: { exec } }] }];
  const rows: unknown[] = [];
  await new Promise((resolve, reject) => {
    newman
      .run({ collection: { info: { name: "C" }, item }, iterationData: file, reporters: [] } as never, (error) =>
        error ? reject(error) : resolve(undefined),
      )
      .on("console", (_error, { messages }) => rows.push(JSON.parse(messages[0])));
  });
  return rows;
}

describe("rows", () => {
  it.each([
    ["a.csv", "a,b\n1,2\n3,x\n"],
    ["numbers.csv", "a\n1\n-1\n+49\n0\n007\n1.50\n1e3\n0x10\n12345678901234567890\n-\n.5\nInfinity\n1_000\n"],
    ["quoted.csv", 'a,b\n"1",2\n"x, y","say ""hi"""\nin "the" middle,3\n'],
    ["bom.csv", "\uFEFFa,b\n1,2\n"],
    ["blanks.csv", "a , b\r\n 1 ,  two  \r\n\r\n3,4\r\n"],
    ["ragged.csv", "a,b,c\n1\n1,2,3,4\n"],
    ["list.json", '[{"a": 1, "b": {"c": [true]}}, {"a": null}]'],
    ["list.csv", '[{"a": "JSON by another name"}]'],
    ["bom.json", '\uFEFF [{"a": 1}]'],
    ["plain.txt", "a,b\n1,2"],
  ])("of %s are what Newman reads", async (file, text) => {
    const { rows, diagnostics } = readRows({ file, text });
    expect(diagnostics).toEqual([]);
    expect(JSON.parse(JSON.stringify(rows))).toEqual(await rowsOfNewman(file, text));
  });

  it.each([
    ["a.json", '{"a": 1}', "a.json: expected a list of objects, one for each iteration"],
    ["a.json", "[]", "a.json: there is no row"],
    ["a.json", '[{"a": 1}, 2]', "a.json: row 2 is no object of names and values"],
    ["a.json", '[{"a": 1},]', "a.json:1:10: nothing follows this comma (remove it)"],
    ["a", '[{"a": 1}', "a:1:1: the closing ] is missing (opened here)"],
    ["a.csv", "a,b\n", "a.csv: there is no row below the line with the names"],
    ["a.csv", "", "a.csv: there is no row below the line with the names"],
    ["a.csv", 'a,b\n"1,2\n', "a.csv: this is not CSV: Quote Not Closed"],
  ])("of %s (%j) are none", (file, text, message) => {
    const { rows, diagnostics } = readRows({ file, text });
    expect(rows).toBeUndefined();
    expect(diagnostics.map((one) => drawDiagnostic(one, [{ file, text }]))[0]).toContain(`error: ${message}`);
  });
});

describe("an environment", () => {
  const entry = { key: "a", value: "1", enabled: true };

  it.each([
    ["as Postman exports it", { name: "Local", values: [entry] }, "Local"],
    ["as its API gives it", { environment: { name: "Local", values: [entry] } }, "Local"],
    ["as a list", [entry], "env.json"],
    ["as an object", { a: 1 }, "env.json"],
    [
      "with an entry that is switched off",
      { name: "Local", values: [entry, { key: "b", value: "2", enabled: false }] },
      "Local",
    ],
    ["with the names of old", { name: "Local", values: [{ id: "a", value: "1" }] }, "Local"],
  ])("is read %s", (_how, content, name) => {
    const { values } = readValues({ file: "env.json", text: JSON.stringify(content) }, "environment");
    expect(values?.name).toBe(name);
    expect(values?.variables).toEqual([{ name: "a", value: "1", isSecret: false }]);
  });

  it.each([
    ["{", "env.json:1:1: the closing } is missing (opened here)"],
    ["5", 'env.json: there is no list "values" of variables'],
    ['{"values": {}}', 'env.json: there is no list "values" of variables'],
    ['{"values": [{"value": "x"}]}', 'env.json: variable 1 has no "key"'],
    ['{"_postman_variable_scope": "environment"}', 'env.json: there is no list "values" of variables'],
    ['{"info": {"name": "C"}, "item": []}', "env.json: this is a collection"],
    ['{"a": {"b": 1}}', 'env.json: "a" is no text, and there is no list "values" of variables'],
  ])("is none: %s", (text, message) => {
    const { values, diagnostics } = readValues({ file: "env.json", text }, "environment");
    expect(values).toBeUndefined();
    expect(diagnostics.map((one) => drawDiagnostic(one, []))[0]).toContain(`error: ${message}`);
    // It might be a secret.
    expect(diagnostics.map(({ span }) => span)).toEqual([undefined]);
  });
});
