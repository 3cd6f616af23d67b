import { requireAdmin } from "../authentication.mjs";
import { fault } from "../fault.mjs";

function viewOf({ id, name, email, role, passwordHash }) {
  return { id, name, email, role, ...(fault("password-hash-shown") && { passwordHash: passwordHash.toString("hex") }) };
}

/** `/admin`: for admins only. */
export async function adminRoutes(app, { store }) {
  app.addHook("onRequest", requireAdmin);
  app.get("/admin/users", async (_request, reply) => {
    reply.header("cache-control", "no-store");
    return store.users.map(viewOf);
  });
}
