import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { choose } from "../../src/report/github/choose.ts";
import { commandOf } from "../../src/report/github/commands.ts";
import { renderGithub } from "../../src/report/github/render-github.ts";
import type { Result } from "../../src/result/result.ts";
import { resultOf } from "../../src/result/result-of.ts";
import { anyRun } from "../result/run-arbitrary.ts";
import { buildCase, buildRun, refused } from "../result/run-builder.ts";
import { bookstoreRun } from "./bookstore-run.ts";
import { emptyResult, hostile, richResult } from "./rich-result.ts";

const commandsOf = (result: Result) => [...renderGithub(result)].join("");

interface Command {
  readonly level: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Reads commands as the runner does: a line that begins with `::`, up to the next `::`; escapes are undone last. */
function parse(text: string): ReadonlyArray<Command> {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line !== "");
  return lines.map((line) => {
    const [, level = "", list = "", message = ""] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
    const pairs = list
      .split(",")
      .map((pair) => [pair.split("=")[0] ?? "", unescaped(pair.slice(pair.indexOf("=") + 1))]);
    return { level, properties: Object.fromEntries(pairs), message: unescaped(message) };
  });
}

function unescaped(text: string): string {
  const marks = { "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%" };
  return text.replace(/%(0D|0A|3A|2C|25)/g, (mark) => marks[mark as keyof typeof marks]);
}

test("failures at their lines, then what should not go unseen", () => {
  expect(commandsOf(resultOf(bookstoreRun))).toMatchInlineSnapshot(`
    "::error file=api.yaml,line=8,endLine=8,col=13,endColumn=15,title=POST /books -> 201 creates a book::Location points to what was created: expected undefined to be a string%0Athe answer says the id of what was created: no id%0Awhy: clients reach the new resource without another request (the guide: always include a Location header with 201; RFC 9110, 9.3.3)%0Awhy: everything else of this resource is asked for by that id (the guide: clients can access it immediately without additional requests)%0Acurl: curl -X POST http://localhost:4010/books -H 'Authorization: Bearer ***' -H Content-Type: --data-raw '{"title":"Dune","pages":412}'
    ::error file=api.yaml,line=8,endLine=8,col=25,endColumn=27,title=POST /books -> 409 when it exists already::connect ECONNREFUSED 127.0.0.1:4010%0Acurl: curl http://localhost:4010/books
    ::error file=api.yaml,line=8,endLine=8,col=29,endColumn=31,title=POST /books -> 422 when title is missing::expected 422 Unprocessable Content, got 201 Created%0Awhy: a required field was left out; 422 when the syntax is right and the meaning is not (RFC 9110, 15.5.21)%0Acurl: curl -X POST http://localhost:4010/books -H 'Authorization: Bearer ***' -H Content-Type: --data-raw '{"pages":412}'
    ::warning file=api.yaml,line=4,endLine=4,col=46,endColumn=48,title=GET /health -> 503::unproven: no recipe provokes 503: add \`when\`, the change to the request that does
    ::warning file=api.yaml,line=5,endLine=5,col=15,endColumn=17,title=GET /books -> 200::flaky: passed on attempt 2, after 503 Service Unavailable
    ::warning file=api.yaml,line=5,endLine=5,col=19,endColumn=21,title=GET /books -> 401 without credentials::the body explains the error (4xx-body-explains)
    ::warning file=api.yaml,line=8,endLine=8,col=21,endColumn=23,title=POST /books -> 401 without credentials::the body explains the error (4xx-body-explains)
    "
  `);
});

test("what is wrong beside the cases comes first", () => {
  const [first, second] = parse(commandsOf(richResult));
  expect(first).toEqual({
    level: "error",
    properties: { title: "the run came to its end" },
    message: "shard 2 of 3 is missing",
  });
  expect(second?.message).toBe("p95 is 1.2 s, and must be < 800ms");
});

test("no more than GitHub shows, and how many more there are", () => {
  const refusals = Array.from({ length: 40 }, (_, index) =>
    buildCase("GET /books", "200", { about: `no. ${index}`, attempts: [refused()] }),
  );
  const wrong = [buildCase("GET /a", "200", { attempts: [404] }), buildCase("GET /b", "200", { attempts: [404] })];
  const errors = parse(commandsOf(resultOf(buildRun([...refusals, ...wrong]))));
  expect(errors).toHaveLength(10);
  expect(errors[0]?.message).toMatch(/\nand 31 more cases like this$/);
  expect(errors.filter(({ properties }) => properties.title?.startsWith("GET /a"))).toHaveLength(1);
  const kinds = Array.from({ length: 30 }, (_, index) =>
    buildCase("GET /books", "200", { about: `${index}`, attempts: [refused({ code: `E${index}`, message: "no" })] }),
  );
  const many = parse(commandsOf(resultOf(buildRun(kinds))));
  expect(many).toHaveLength(10);
  expect(many.at(-1)).toEqual({
    level: "error",
    properties: { title: "and more" },
    message: "21 more, of 21 other kinds",
  });
});

describe("hostile text", () => {
  test.each(hostile)("%j stays where it was put", (text) => {
    const place = { file: text, line: 3, column: 2, length: 4 };
    const command = commandOf({ level: "error", title: text, lines: [text, text], place });
    expect(command.trimEnd().split(/[\r\n]/)).toHaveLength(1);
    const [read] = parse(command);
    expect(Object.keys(read?.properties ?? {})).toEqual(["file", "line", "endLine", "col", "endColumn", "title"]);
    expect(read?.properties).toMatchObject({ file: read?.properties.title, line: "3", col: "2", endColumn: "5" });
    expect(read?.message.split("\n")).toEqual([read?.properties.title, read?.properties.title]);
  });

  test("any run is commands, ten of each level at most", () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        const commands = parse(commandsOf(resultOf(run)));
        expect(commands.every(({ level }) => level === "error" || level === "warning")).toBe(true);
        for (const level of ["error", "warning"])
          expect(commands.filter((each) => each.level === level).length).toBeLessThanOrEqual(10);
      }),
      { numRuns: 50 },
    );
  });
});

test("a run without cases says nothing", () => {
  expect(commandsOf(emptyResult)).toBe("");
});

test("nothing that is chosen from is lost: it is shown, counted as more, or counted as the rest", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ kind: fc.constantFrom(..."abcdefgh") })),
      fc.integer({ min: 2, max: 6 }),
      (all, room) => {
        const { shown, rest } = choose(all, room);
        const untold = rest === undefined ? 0 : Number.parseInt(rest, 10);
        const counted = shown.reduce((total, { more }) => total + 1 + more, untold);
        expect(counted).toBe(all.length);
        expect(shown.length + (rest === undefined ? 0 : 1)).toBeLessThanOrEqual(room);
        expect(shown.length).toBe(rest === undefined ? Math.min(all.length, room) : room - 1);
      },
    ),
  );
});
