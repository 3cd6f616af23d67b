import { createContext, runInContext } from "node:vm";
import { Request, Response } from "postman-collection";
import { functionLines } from "../../src/collection/functions.ts";
import { loadTemplates } from "../../src/template.ts";

const render = loadTemplates();

/** What a script sees of an exchange. */
export interface Exchange {
  readonly url?: string;
  readonly method?: string;
  readonly sends?: Readonly<Record<string, string>>;
  readonly status?: number;
  readonly headers?: ReadonlyArray<readonly [name: string, value: string]>;
  readonly body?: string;
}

/** The value of an expression that calls functions of templates/functions/, as a script of the collection would get it. */
export function evaluate(expression: string, exchange: Exchange = {}): unknown {
  const { url = "http://api.example/", method = "GET", sends = {}, status = 200, headers = [], body = "" } = exchange;
  const listed = (pairs: ReadonlyArray<readonly [string, string]>) => pairs.map(([key, value]) => ({ key, value }));
  const pm = {
    request: new Request({ url, method, header: listed(Object.entries(sends)) }),
    response: new Response({ code: status, header: listed(headers), stream: Buffer.from(body), responseTime: 1 }),
  };
  const lines = functionLines(expression, render);
  return runInContext(`${lines.join("\n")}\n(${expression})`, createContext({ pm, Buffer }));
}

/** What a partial of templates/every/ finds wrong with an exchange. */
export function faultsOf(rule: string, exchange: Exchange): ReadonlyArray<string> {
  const faults = evaluate(`(${render(`every/${rule}`, {}).trim()})()`, exchange);
  return [faults].flat().filter((fault): fault is string => typeof fault === "string" && fault !== "");
}
