import { describe, expect, it } from "vitest";
import { durationsOf } from "../../src/result/durations.ts";
import { answered, buildCase, refused } from "./run-builder.ts";

describe("the durations of a run", () => {
  it("are those of the last attempts that were answered, right or wrong", () => {
    const took = (timeMs: number) => answered("GET /books", 200, { timeMs });
    const cases = [
      buildCase("GET /books", "200", { attempts: [took(99)] }),
      buildCase("GET /books", "404", { attempts: [took(19)] }),
      buildCase("GET /books", "201", { attempts: [refused(), took(49)] }),
      buildCase("GET /books", "202", { attempts: [took(9), refused()] }),
    ];
    expect([...durationsOf(cases)]).toEqual([
      ["GET /books > 200", 100],
      ["GET /books > 404", 20],
      ["GET /books > 201", 50],
      ["GET /books > 202", 10],
    ]);
  });

  it("leave out what was not sent, and what was never answered", () => {
    const cases = [
      buildCase("GET /books", "503", { unproven: "add `when`" }),
      buildCase("GET /books", "200", { attempts: [refused(), refused()] }),
    ];
    expect(durationsOf(cases).size).toBe(0);
  });
});
