import { getRequestListener } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { listen, type Running } from "./listen.ts";

interface Letter {
  readonly to: string;
}

/**
 * Written in one place and read in another: what is new cannot be read for a moment. That moment lasts until the first
 * read, or a slow machine would never see it.
 */
export async function startLetters(): Promise<Running> {
  const letters = new Map<string, Letter>();
  const gone = new Set<string>();
  const app = new Hono();
  const copied = new Set<string>();
  let last = 0;
  app.get("/letters", (context) => context.json([...letters.keys()].filter((id) => copied.has(id))));
  app.post("/letters", async (context) => {
    const to = await recipientOf(context);
    if (to === undefined) return context.json({ message: "A letter needs somebody it goes to" }, 400);
    last += 1;
    const id = `letter_${String(last).padStart(4, "0")}`;
    letters.set(id, { to });
    return context.json({ id, to }, 201, { Location: `/letters/${id}` });
  });
  app.get("/letters/:id", (context) => {
    const { id } = context.req.param();
    const letter = letters.get(id);
    const isSeen = copied.has(id);
    copied.add(id);
    return letter && isSeen
      ? context.json({ id, to: letter.to })
      : context.json({ message: "There is no such letter" }, 404);
  });
  app.delete("/letters/:id", (context) => {
    const { id } = context.req.param();
    if (letters.delete(id)) gone.add(id);
    return gone.has(id) ? context.body(null, 204) : context.json({ message: "There is no such letter" }, 404);
  });
  return listen(getRequestListener(app.fetch), () => letters.size);
}

async function recipientOf(context: Context): Promise<string | undefined> {
  const { to } = Object(await context.req.json().catch(() => undefined));
  return typeof to === "string" && to !== "" ? to : undefined;
}
