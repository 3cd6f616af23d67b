import fastify, { type FastifyInstance, type FastifyReply } from "fastify";
import { listen, type Running } from "./listen.ts";

interface Article {
  readonly id: number;
  readonly slug: string;
  readonly title: string;
  readonly words: number;
}

const schema = {
  body: {
    type: "object",
    required: ["title", "words"],
    properties: { title: { type: "string" }, words: { type: "integer" }, draft: { type: "boolean" } },
  },
} as const;

/** Fastify with coercion, 422 even for what is not JSON, and articles that answer to their number and to their slug. */
export async function startSlugs(): Promise<Running> {
  const articles = new Map<number, Article>();
  const app = fastify({ routerOptions: { ignoreTrailingSlash: true } });
  app.setErrorHandler<Error & { statusCode?: number }>((error, _request, reply) => {
    const { statusCode = 500 } = error;
    return problem(reply, statusCode === 400 ? 422 : statusCode);
  });
  app.setNotFoundHandler((_request, reply) => reply.code(404).type("text/html").send("<h1>Lost?</h1>"));
  app.addHook("onRequest", async (request, reply) => {
    if (request.headers.cookie?.includes("session=s3cret")) return;
    // Whoever is not logged in is not told what there is.
    if (request.method === "GET" && request.url !== "/articles") return problem(reply, 404);
    return problem(reply.header("WWW-Authenticate", "Cookie"), 401);
  });
  addCollection(app, articles);
  addItems(app, articles);
  await app.ready();
  return listen(
    (request, response) => app.routing(request, response),
    () => articles.size,
  );
}

function addCollection(app: FastifyInstance, articles: Map<number, Article>): void {
  let last = 0;
  app.get("/articles", () => ({ items: [...articles.values()], next: null }));
  app.post<{ Body: Omit<Article, "id" | "slug"> }>("/articles", { schema }, (request, reply) => {
    last += 1;
    const article = {
      ...request.body,
      id: last,
      slug: `${request.body.title.toLowerCase().replace(/\W+/g, "-")}-${last}`,
    };
    articles.set(last, article);
    return reply.code(201).header("Location", `/articles/${article.slug}/`).send(article);
  });
}

function addItems(app: FastifyInstance, articles: Map<number, Article>): void {
  const find = (key: string) => [...articles.values()].find(({ id, slug }) => key === String(id) || key === slug);
  app.get<{ Params: { id: string } }>("/articles/:id", ({ params }, reply) => {
    // A slug begins with a word, a number is a number: anything else is no address of an article.
    if (!/^(\d+|[a-z]+(-[a-z0-9]+)*)$/.test(params.id)) return problem(reply, 400);
    return find(params.id) ?? problem(reply, 404);
  });
  app.patch<{ Params: { id: string }; Body: Partial<Article> }>("/articles/:id", ({ params, body }, reply) => {
    const article = find(params.id);
    // Create or update (RFC 5789, 2), as one big cloud does it; but not from a broken piece.
    if (typeof body?.title !== "string") return problem(reply, 422);
    const { id, slug } = article ?? { id: -1, slug: params.id };
    const next = { words: 0, ...article, title: body.title, id, slug };
    articles.set(id, next);
    return reply.code(article ? 200 : 201).send(next);
  });
  app.delete<{ Params: { id: string } }>("/articles/:id", ({ params }, reply) => {
    const article = find(params.id);
    if (article === undefined) return problem(reply, 404);
    articles.delete(article.id);
    return reply.code(202).send({ status: "gone soon" });
  });
}

/** Problem details, with `status` for some and without for others: it is optional (RFC 9457, 3.1.2). */
function problem(reply: FastifyReply, status: number) {
  const body = {
    type: "about:blank",
    title: "No",
    ...(status === 422 && { status, errors: [{ password: "too short" }] }),
  };
  return reply.code(status).type("application/problem+json; charset=utf-8").send(JSON.stringify(body));
}
