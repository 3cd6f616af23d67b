import Fastify from "fastify";
import { createAuthentication } from "./authentication.mjs";
import { answerError } from "./errors.mjs";
import { fault } from "./fault.mjs";
import { answerOtherMethods } from "./methods.mjs";
import { adminRoutes } from "./routes/admin.mjs";
import { batchRoutes } from "./routes/batch.mjs";
import { exportRoutes } from "./routes/exports.mjs";
import { fileRoutes } from "./routes/files.mjs";
import { projectListRoutes } from "./routes/project-list.mjs";
import { projectRoutes } from "./routes/projects.mjs";
import { publicRoutes } from "./routes/public.mjs";
import { searchRoutes } from "./routes/search.mjs";
import { taskRoutes } from "./routes/tasks.mjs";
import { createStore } from "./store.mjs";

const privateRoutes = [
  projectListRoutes,
  projectRoutes,
  taskRoutes,
  searchRoutes,
  fileRoutes,
  exportRoutes,
  batchRoutes,
  adminRoutes,
];

// A body is taken as it is: Fastify's own "5" for 5, and dropping what it does not know, hide a client's mistakes.
const customOptions = { coerceTypes: fault("types-coerced") ? "array" : false, removeAdditional: false };

/** The parser of somebody who did not know that a SyntaxError without a status is a 500. */
function replaceParser(app) {
  const parse = async (_request, text) => JSON.parse(text);
  app.removeContentTypeParser("application/json");
  app.addContentTypeParser("application/json", { parseAs: "string" }, parse);
}

/** The tracker: projects with tasks, files, exports. Correct, but for the fault that the process is started with. */
export function buildApp() {
  const app = Fastify({
    ajv: { customOptions },
    bodyLimit: 256 * 1024,
    exposeHeadRoutes: !fault("no-head"),
    frameworkErrors: answerError,
  });
  const store = createStore();
  app.removeContentTypeParser("text/plain");
  if (fault("500-for-malformed")) replaceParser(app);
  app.setErrorHandler(answerError);
  answerOtherMethods(app);
  app.addHook("onRequest", async (_request, reply) => {
    reply.header("x-content-type-options", "nosniff");
  });
  app.register(publicRoutes, { store });
  app.register(async (closed) => {
    closed.addHook("onRequest", createAuthentication(store));
    for (const routes of privateRoutes) closed.register(routes, { store });
  });
  return app;
}
