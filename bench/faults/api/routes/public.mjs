import { randomBytes } from "node:crypto";
import { refusal } from "../errors.mjs";
import { fault } from "../fault.mjs";
import { etagOf, isNotModified } from "../preconditions.mjs";
import { isPasswordOf } from "../store.mjs";

const credentials = {
  type: "object",
  required: ["email", "password"],
  additionalProperties: false,
  properties: {
    email: { type: "string", format: "email", maxLength: 254 },
    password: { type: "string", minLength: 1, maxLength: 200 },
  },
};

const changes = [
  { version: "1.1.0", text: "Projects can be searched." },
  { version: "1.0.0", text: "The first release." },
];
const releasedMs = Date.UTC(2024, 0, 15, 9);

function addHealth(app) {
  app.get("/health", async (_request, reply) => {
    reply.header("cache-control", "no-store").type("application/json");
    return fault("invalid-json") ? "{'status': 'ok'}" : { status: "ok" };
  });
}

function addLogin(app, store) {
  app.post("/login", { schema: { body: credentials } }, async (request, reply) => {
    const { email, password } = request.body;
    const user = store.users.find((one) => one.email === email);
    if (user === undefined && fault("login-tells-email")) throw refusal(404, "NO_USER", "Nobody has that address.");
    if (!isPasswordOf(user, password)) {
      if (fault("200-for-wrong-password")) return { accessToken: null, error: "Wrong password" };
      if (fault("403-for-wrong-password")) throw refusal(403, "FORBIDDEN", "The address or the password is wrong.");
      const headers = { "www-authenticate": 'Bearer realm="tracker"' };
      throw refusal(401, "WRONG_CREDENTIALS", "The address or the password is wrong.", { headers });
    }
    const accessToken = randomBytes(16).toString("hex");
    store.tokens.set(accessToken, { user, expiresAt: Date.now() + 3_600_000 });
    reply.header("cache-control", fault("cached-token") ? "public, max-age=3600" : "no-store");
    return { accessToken, tokenType: "Bearer", expiresIn: 3600 };
  });
}

function addChangelog(app) {
  app.get("/changelog", async (request, reply) => {
    reply.header("cache-control", "public, max-age=60");
    const validators = { etag: etagOf(changes), modifiedMs: releasedMs };
    if (isNotModified(request, reply, validators)) return reply.code(304).send();
    return changes;
  });
}

function addMoved(app) {
  const oldPath = () => (fault("redirect-loop") && "/boards") || (fault("redirect-nowhere") && "/project-list");
  app.get("/boards", async (_request, reply) => {
    if (fault("no-redirect-location")) return reply.code(301).send();
    return reply.redirect(oldPath() || "/projects", fault("302-for-moved") ? 302 : 301);
  });
  app.get("/latest", async (_request, reply) => {
    return reply.header("cache-control", "no-cache").redirect("/changelog", fault("301-for-temporary") ? 301 : 302);
  });
  app.post("/v1/projects", async (_request, reply) => reply.redirect("/projects", fault("301-for-post") ? 301 : 308));
}

/** What needs no token. */
export async function publicRoutes(app, { store }) {
  addHealth(app);
  addLogin(app, store);
  addChangelog(app);
  addMoved(app);
}
