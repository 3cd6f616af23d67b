import { expect, it } from "vitest";
import { serve } from "./serve.ts";

it("takes no item away where another path only names it", async () => {
  const { send } = await serve(`
baseUrl: http://localhost:1
endpoints:
  POST /roles: { body: { name: admin }, expect: 201 }
  GET /roles/{role}: 200 404
  DELETE /favourites/{role}: { path: { role: { from: POST /roles } }, expect: 204 }
`);
  await send("POST /roles", { json: { name: "admin" } });
  expect((await send("DELETE /favourites/1")).status).toBe(204);
  expect((await send("GET /roles/1")).status).toBe(200);
});
