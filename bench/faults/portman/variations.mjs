// Variation tests: a request of the document with one thing changed, and the status that it must then have.
const contract = (code) => [
  { statusCode: { enabled: true, code } },
  { contentType: { enabled: true } },
  { jsonBody: { enabled: true } },
  { schemaValidation: { enabled: true } },
  { headersPresent: { enabled: true } },
];

/** `operation` gives `code` when its request is overwritten like that. */
export function variation(operation, code, { name = "", overwrite = {}, ...rest } = {}) {
  const overwrites = [overwrite];
  const one = {
    name: `${code} ${name}`,
    openApiResponse: `${code}`,
    overwrites,
    tests: { contractTests: contract(code) },
  };
  return { openApiOperationId: operation, openApiResponse: `${code}`, variations: [{ ...one, ...rest }] };
}

/** Overwrites of a request, which are merged with a spread. */
export const as = (token) => ({ overwriteRequestSecurity: { bearer: { token } } });
export const header = (key, value) => ({ overwriteRequestHeaders: [{ key, value, overwrite: true }] });
export const path = (...pairs) => ({
  overwriteRequestPathVariables: pairs.map(([key, value]) => ({ key, value, overwrite: true })),
});
export const fields = (values) => ({
  overwriteRequestBody: Object.entries(values).map(([key, value]) => ({ key, value, overwrite: true })),
});
// Removing the security of a request would leave it that of the collection.
const without = { overwriteRequestHeaders: [{ key: "Authorization", remove: true }] };
const query = (key, value) => ({ overwriteRequestQueryParams: [{ key, value, overwrite: true }] });
const raw = (text) => [{ scripts: [`pm.request.body.raw = ${JSON.stringify(text)};`] }];

// What needs a token.
const ofProject = ["getProject", "replaceProject", "changeProject", "deleteProject", "createTask", "listTasks"];
const ofOthers = ["getTask", "changeTask", "deleteTask", "uploadFile", "downloadFile", "deleteFile", "getExport"];
const ofNone = ["createProject", "listProjects", "search", "startExport", "createTasks", "listUsers"];
const closed = [...ofProject, ...ofOthers, ...ofNone];
const seeded = path(["id", "1"]);
const unknown = path(["id", "999999"]);
const withBody = [
  "login",
  "createProject",
  "replaceProject",
  "changeProject",
  "createTask",
  "startExport",
  "createTasks",
];

function accessVariations() {
  return [
    ...closed.map((id) => variation(id, 401, { name: "without a token", overwrite: without })),
    ...closed.map((id) => variation(id, 401, { name: "with an unknown token", overwrite: as("unknown") })),
    variation("listProjects", 401, { name: "with an expired token", overwrite: as("{{expiredToken}}") }),
    variation("login", 401, { name: "with a wrong password", overwrite: fields({ password: "wrong" }) }),
    variation("login", 401, { name: "for nobody", overwrite: fields({ email: "nobody@example.com" }) }),
    ...["getProject", "changeProject", "deleteProject"].map((id) =>
      variation(id, 403, { name: "for another user", overwrite: { ...as("{{benToken}}"), ...seeded } }),
    ),
    variation("listUsers", 403, { name: "for a member", overwrite: as("{{annToken}}") }),
  ];
}

function missingVariations() {
  return [
    ...ofProject.map((id) => variation(id, 404, { name: "for an unknown id", overwrite: unknown })),
    variation("getProject", 404, { name: "for an id that is none", overwrite: path(["id", "abc"]) }),
    variation("getTask", 404, { name: "for an unknown task", overwrite: path(["id", "1"], ["taskId", "t999999"]) }),
    variation("getTask", 404, {
      name: "below an unknown project",
      overwrite: path(["id", "999999"], ["taskId", "t3"]),
    }),
    variation("downloadFile", 404, { name: "for an unknown file", overwrite: path(["id", "f999999"]) }),
    variation("getExport", 404, { name: "for an unknown export", overwrite: path(["id", "e999999"]) }),
  ];
}

function validationVariations() {
  const fuzzing = [{ requestBody: [all()] }];
  const dates = { key: "{{$guid}}", startsOn: "2024-05-02", endsOn: "2024-05-01" };
  return [
    variation("createProject", 400, { name: "fuzzed", overwrite: fields({ key: "{{$guid}}" }), fuzzing }),
    variation("createTask", 400, { name: "fuzzed", overwrite: seeded, fuzzing }),
    ...withBody.map((id) =>
      variation(id, 400, { name: "malformed", overwrite: seeded, operationPreRequestScripts: raw('{"a":') }),
    ),
    variation("createProject", 400, { name: "number for a name", overwrite: fields({ name: 5 }) }),
    variation("createProject", 400, { name: "unknown status", overwrite: fields({ status: "unknown" }) }),
    variation("createProject", 400, { name: "unknown field", overwrite: fields({ unknown: true }) }),
    variation("createTask", 400, {
      name: "text for a number",
      overwrite: { ...seeded, ...fields({ estimate: "two" }) },
    }),
    variation("changeProject", 400, {
      name: "text for a number",
      overwrite: { ...seeded, ...fields({ priority: "high" }) },
    }),
    variation("createProject", 409, { name: "key is taken", overwrite: fields({ key: "CAFE" }) }),
    variation("createProject", 415, { name: "form", overwrite: header("Content-Type", "text/plain") }),
    variation("createProject", 422, { name: "ends too early", overwrite: fields(dates) }),
    variation("listProjects", 400, { name: "limit", overwrite: query("limit", "-1") }),
    variation("search", 400, {
      name: "without q",
      overwrite: { overwriteRequestQueryParams: [{ key: "q", remove: true }] },
    }),
    variation("uploadFile", 415, { name: "of another type", overwrite: header("Content-Type", "application/pdf") }),
    variation("uploadFile", 413, { name: "of 80 KB", operationPreRequestScripts: raw("a,b\n".repeat(20_000)) }),
  ];
}

function all() {
  const names = ["requiredFields", "minimumNumberFields", "maximumNumberFields", "minLengthFields", "maxLengthFields"];
  return Object.fromEntries(names.map((name) => [name, { enabled: true }]));
}

/** What a request must be refused for. */
export function variations() {
  return [...accessVariations(), ...missingVariations(), ...validationVariations()];
}
