import { integrations } from "./integrations.mjs";
import { as, fields, path, variations } from "./variations.mjs";

const moved = ["getBoards", "getLatest", "createProjectV1"];
const everywhere = (test) => ({ openApiOperation: "*::/*", ...test });

const contractTests = [
  everywhere({ statusSuccess: { enabled: true, excludeForOperations: moved } }),
  everywhere({ statusCode: { enabled: true } }),
  // Of a document's responses Portman looks at 200 to 302, unless it is told.
  { openApiOperationId: "createProjectV1", openApiResponse: "308", statusCode: { enabled: true } },
  { openApiOperationId: "createProjectV1", openApiResponse: "308", headersPresent: { enabled: true } },
  everywhere({ contentType: { enabled: true } }),
  everywhere({ jsonBody: { enabled: true } }),
  everywhere({ schemaValidation: { enabled: true } }),
  everywhere({ headersPresent: { enabled: true } }),
  everywhere({ responseTime: { enabled: true, maxMs: 1000 } }),
];

const contentTests = [
  { openApiOperationId: "getBoards", responseHeaderTests: [{ key: "Location", value: "/projects" }] },
  { openApiOperationId: "getLatest", responseHeaderTests: [{ key: "Location", value: "/changelog" }] },
  { openApiOperationId: "createProjectV1", responseHeaderTests: [{ key: "Location", value: "/projects" }] },
  { openApiOperationId: "login", responseHeaderTests: [{ key: "Cache-Control", value: "no-store" }] },
  { openApiOperationId: "createProject", responseHeaderTests: [{ key: "Location", contains: "/projects/" }] },
  { openApiOperationId: "search", responseBodyTests: [{ key: "total", value: 1 }] },
  {
    openApiOperationId: "createTasks",
    responseBodyTests: [
      { key: "[0].status", value: 201 },
      { key: "[1].status", value: 404 },
    ],
  },
];

const kept = (operation, name) => ({
  openApiOperationId: operation,
  collectionVariables: [{ responseBodyProp: "id", name }],
});
const ofProject = ["getProject", "replaceProject", "changeProject", "deleteProject", "createTask", "listTasks"];
const ofTask = ["getTask", "changeTask", "deleteTask"];

const batch = [
  { project: 1, title: "One" },
  { project: 999_999, title: "Two" },
];
const overwrites = [
  ...["createProject", "replaceProject"].map((id) => ({ openApiOperationId: id, ...fields({ key: "{{$guid}}" }) })),
  { openApiOperationId: "createTasks", ...fields({ ".": batch }) },
  ...ofProject.map((id) => ({ openApiOperationId: id, ...path(["id", "{{projectId}}"]) })),
  ...ofTask.map((id) => ({ openApiOperationId: id, ...path(["id", "{{projectId}}"], ["taskId", "{{taskId}}"]) })),
  ...["downloadFile", "deleteFile"].map((id) => ({ openApiOperationId: id, ...path(["id", "{{fileId}}"]) })),
  { openApiOperationId: "getExport", ...path(["id", "{{exportId}}"]) },
  { openApiOperationId: "listUsers", ...as("{{rootToken}}") },
];

const last = ["DELETE::/projects/{id}/tasks/{taskId}", "DELETE::/projects/{id}", "DELETE::/files/{id}"];
const first = ["POST::/projects", "POST::/projects/{id}/tasks", "POST::/files", "POST::/exports"];
const between = ["GET", "PUT", "PATCH"].map((method) => `${method}::/*`);

/** Portman's configuration of the tracker's collection. */
export const config = {
  version: 1,
  globals: {
    securityOverwrites: { bearer: { token: "{{annToken}}" } },
    collectionVariables: {
      annToken: "ann-3f9c1b7e",
      benToken: "ben-8d2a6c40",
      rootToken: "root-51e7f0a9",
      expiredToken: "ann-0ld0ld0l",
    },
    orderOfOperations: [...first, ...between, ...last],
  },
  tests: { contractTests, contentTests, variationTests: variations(), integrationTests: integrations },
  assignVariables: [
    kept("createProject", "projectId"),
    kept("createTask", "taskId"),
    kept("uploadFile", "fileId"),
    kept("startExport", "exportId"),
  ],
  overwrites,
};
