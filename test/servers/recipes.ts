import Router from "@koa/router";
import Koa, { type Context } from "koa";
import { listen, parseObject, type Running, readText } from "./listen.ts";

interface Recipe {
  readonly name: string;
  readonly steps: ReadonlyArray<string>;
}

/** Koa: text errors, names as ids, 405 and 501 of its router, weak ETags, and trailing slashes that lead elsewhere. */
export async function startRecipes(): Promise<Running> {
  const recipes = new Map<string, Recipe>();
  const app = new Koa();
  const router = new Router({ strict: true });
  router.get("/recipes/", (context) => context.redirect("../recipes"));
  router.get("/recipes", (context) => {
    context.body = [...recipes.values()];
  });
  router.post("/recipes", async (context) => {
    const recipe = recipeOf(await readText(context.req));
    if (typeof recipe === "number") return context.throw(recipe);
    if (recipes.has(recipe.name)) return context.throw(409);
    recipes.set(recipe.name, recipe);
    context.status = 201;
    context.set("Location", encodeURI(`/recipes/${recipe.name}`));
    context.body = "";
    return undefined;
  });
  router.get("/recipes/:name", (context) => show(context, recipes.get(nameOf(context))));
  router.delete("/recipes/:name", (context) => {
    if (!recipes.delete(nameOf(context))) return context.throw(404);
    context.body = { message: "deleted" };
    return undefined;
  });
  app.use(bearer).use(router.routes()).use(router.allowedMethods());
  app.silent = true;
  return listen(app.callback(), () => recipes.size);
}

function bearer(context: Context, next: () => Promise<unknown>): unknown {
  if (context.get("Authorization") === "Bearer salt") return next();
  // Koa drops the headers of a response that an error takes the place of, unless the error brings them.
  return context.throw(401, { headers: { "WWW-Authenticate": "Bearer" } });
}

/** A name is letters, spaces, commas and the like; there is no way to speak of another one. */
const namePattern = /^[\p{L} ,:'()]+$/u;

function nameOf(context: Context & { params: { name?: string } }): string {
  const { name = "" } = context.params;
  return namePattern.test(name) ? name : context.throw(400, "that is no name");
}

function show(context: Context, recipe: Recipe | undefined): void {
  if (recipe === undefined) context.throw(404, "<p>There is no such recipe, but many others.</p>");
  context.body = recipe;
  context.etag = `W/"${recipe.steps.length}-${recipe.name.length}"`;
  context.lastModified = new Date(86_400_000);
  if (context.fresh) context.status = 304;
}

function recipeOf(text: string): Recipe | number {
  const recipe = parseObject(text);
  if (recipe === undefined) return 400;
  const { name, steps } = recipe;
  // A single step may come without its list.
  const list = typeof steps === "string" ? [steps] : steps;
  return typeof name === "string" && namePattern.test(name) && Array.isArray(list)
    ? { name, steps: list.map(String) }
    : 422;
}
