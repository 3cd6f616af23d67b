import type { Run } from "../../src/result/model.ts";
import { answered, buildCase, buildRun, check, refused } from "../result/run-builder.ts";

/** The manifest that the run below is of. */
export const bookstoreSource = {
  file: "api.yaml",
  text: [
    "name: Bookstore",
    "baseUrl: http://localhost:4010",
    "endpoints:",
    "  GET /health: { public: true, expect: 200 503 }",
    "  GET /books: 200 401",
    "  POST /books:",
    "    body: { title: Dune, pages: 412 }",
    "    expect: 201 400 401 409 422",
    "  GET /books/{id}: 200 304 404",
    "",
  ].join("\n"),
};

const at = (line: number, column: number, length = 3) => ({ file: "api.yaml", line, column, length });
const create = "POST /books";
const read = "GET /books/{id}";
const warning = check("4xx-body-explains", false, { level: "warning", title: "the body explains the error" });

const created = buildCase(create, "201", {
  about: "creates a book",
  manifest: at(8, 13),
  attempts: [
    answered(create, 201, {
      timeMs: 31,
      body: '{"title":"Dune","pages":412}',
      requestBody: '{"title":"Dune","pages":412}',
      checks: [
        check("201-location-present", false, {
          title: "Location points to what was created",
          message: "expected undefined to be a string",
        }),
        check("capture-id", false, { title: "the answer says the id of what was created", message: "no id" }),
      ],
    }),
  ],
});
const needs = [created.id];
const readOne = buildCase(read, "200", { needs, manifest: at(9, 20), attempts: [404] });

/** One case of every outcome, and of everything a report has to say. */
export const bookstoreRun: Run = buildRun(
  [
    buildCase("GET /health", "200", { manifest: at(4, 42) }),
    buildCase("GET /health", "503", {
      manifest: at(4, 46),
      unproven: "no recipe provokes 503: add `when`, the change to the request that does",
    }),
    buildCase("GET /books", "200", {
      manifest: at(5, 15),
      attempts: [503, answered("GET /books", 200, { timeMs: 812 })],
    }),
    buildCase("GET /books", "401", {
      about: "without credentials",
      manifest: at(5, 19),
      attempts: [answered("GET /books", 401, { checks: [warning] })],
    }),
    buildCase("GET /books", "404", { about: "of an unknown path", origin: "implied", manifest: at(5, 3, 10) }),
    created,
    buildCase(create, "400|422", { about: "when the body is not JSON", origin: "implied", manifest: at(6, 3, 11) }),
    buildCase(create, "401", {
      about: "without credentials",
      manifest: at(8, 21),
      attempts: [answered(create, 401, { checks: [warning] })],
    }),
    buildCase(create, "409", { about: "when it exists already", manifest: at(8, 25), attempts: [refused()] }),
    buildCase(create, "422", {
      about: "when title is missing",
      manifest: at(8, 29),
      why: "a required field was left out; 422 when the syntax is right and the meaning is not",
      source: "RFC 9110, 15.5.21",
      attempts: [answered(create, 201, { expected: "422", timeMs: 20, requestBody: '{"pages":412}' })],
    }),
    readOne,
    buildCase(read, "304", { needs: [readOne.id], manifest: at(9, 24) }),
    buildCase(read, "404", { manifest: at(9, 28), skipped: "--grep" }),
  ],
  { environment: "staging" },
);
