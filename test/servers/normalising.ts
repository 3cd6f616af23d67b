import { createHash } from "node:crypto";
import express, { type ErrorRequestHandler, type Request, type Response } from "express";
import { listen, type Running } from "./listen.ts";

type Account = Readonly<Record<string, unknown>>;

/** Express as it comes: HTML errors, 404 for a wrong method, weak ETags; and every value that is stored is tidied first. */
export async function startNormalising(): Promise<Running> {
  const accounts = new Map<number, Account>();
  const app = express()
    .use(guard)
    .use(express.json({ strict: false }));
  let last = 0;
  app.get("/accounts", ({ query }, response) => {
    response.json([...accounts.values()].filter(({ id }) => query.id === undefined || query.id === String(id)));
  });
  app.post("/accounts", (request, response) => {
    const problem = problemOf(request.body);
    if (problem !== undefined) return void response.status(problem).json({ errors: { password: "is too short" } });
    last += 1;
    accounts.set(last, tidy(last, request.body));
    response.location(`/accounts?id=${last}`).status(201).json(accounts.get(last));
  });
  app.get("/accounts/:id", (request, response) => found(accounts, request, response, (one) => response.json(one)));
  app.put("/accounts/:id", (request, response) => {
    const id = Number(request.params.id);
    const problem = problemOf(request.body);
    if (problem !== undefined) return void response.sendStatus(problem);
    const isNew = !accounts.has(id);
    accounts.set(id, tidy(id, request.body));
    // Created where it was put: there is no other place to name (RFC 9110, 15.3.2).
    response.status(isNew ? 201 : 200).json(accounts.get(id));
  });
  app.delete("/accounts/:id", (request, response) => {
    accounts.delete(Number(request.params.id));
    response.sendStatus(204);
  });
  app.get("/me", (_request, response) => response.redirect(307, "../accounts"));
  app.get("/accounts.csv", (_request, response) => void response.type("text").send("id,email\n"));
  app.use(quiet);
  return listen(app, () => accounts.size);
}

function guard({ headers }: Request, response: Response, next: () => void): unknown {
  const [, coded = ""] = /^Basic (.*)$/i.exec(headers.authorization ?? "") ?? [];
  if (Buffer.from(coded, "base64").toString() === "ann:hunter2") return next();
  return response.set("WWW-Authenticate", 'Basic realm="accounts", charset="UTF-8"').status(401).end();
}

function found(accounts: Map<number, Account>, request: Request, response: Response, show: (one: Account) => unknown) {
  const account = accounts.get(Number(request.params.id));
  if (account === undefined) response.sendStatus(404);
  else show(account);
}

const required = ["email", "name", "joined", "price", "password"];
const texts = ["email", "name", "joined", "password", "website", "nick", "isbn", "phone", "country", "iban"];

/** 400 where something is missing, 422 where something is wrong: the guide knows both. */
function problemOf(body: unknown): number | undefined {
  const account = Object(body);
  if (required.some((key) => account[key] === undefined)) return 400;
  const isText = texts.every((key) => ["undefined", "string"].includes(typeof account[key]));
  // "9.999" is as good as 9.999.
  const isPriced = !Number.isNaN(Number(account.price));
  const isDated = !Number.isNaN(Date.parse(account.joined));
  const isSomewhere = !account.website || URL.canParse(account.website);
  const isVersioned = ["undefined", "number"].includes(typeof account.version);
  return isText && isPriced && isDated && isSomewhere && isVersioned ? undefined : 422;
}

function tidy(id: number, body: Record<string, string>): Account {
  const { email = "", name = "", joined = "", password = "", nick, website, isbn = "", phone = "" } = body;
  return {
    id,
    email: email.trim().toLowerCase(),
    name: name.trim().replace(/\s+/g, " "),
    joined: new Date(joined).toISOString(),
    price: Math.round(Number(body.price) * 100) / 100,
    nick: nick || null,
    website: website && new URL(website).href,
    isbn: isbn.replaceAll("-", ""),
    phone: phone.replace(/[^+\d]/g, ""),
    country: { code: body.country, name: "Somewhere" },
    version: 2,
    iban: `****${(body.iban ?? "").slice(-4)}`,
    fingerprint: createHash("sha1").update(password).digest("hex"),
    updated_at: new Date(0).toISOString(),
  };
}

const quiet: ErrorRequestHandler = (error, _request, response, _next) => {
  const { status = 500 } = error;
  response.status(status).type("html").send(`<!DOCTYPE html><pre>${status}</pre>`);
};
