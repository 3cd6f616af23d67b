import { type IncomingMessage, request } from "node:http";

/** A request as a table of habits writes it. */
const form = /^(?<method>[A-Z]+) (?<path>\S+)(?<headers>( \[[\w-]+:[^\]]*\])*)( (?<body>.*))?$/s;

/** Sends the requests one after the other: the last answer as it came, status line, header lines, body. */
export async function ask(url: string, requests: string, own: Readonly<Record<string, string>> = {}): Promise<string> {
  let seen: Readonly<Record<string, string>> = {};
  let answer = "";
  for (const line of requests.split(" ; ")) {
    const filled = line.replace(/\{(location|etag)\}/g, (_, name: string) => seen[name] ?? "");
    const response = await send(url, filled, own);
    answer = response.text;
    seen = { ...seen, ...response.seen };
  }
  return answer;
}

interface Response {
  readonly text: string;
  readonly seen: Readonly<Record<string, string>>;
}

async function send(url: string, line: string, own: Readonly<Record<string, string>>): Promise<Response> {
  const { method = "", path = "", headers = "", body } = form.exec(line)?.groups ?? {};
  if (method === "") throw new Error(`not a request: ${line}`);
  const type = body === undefined ? {} : { "Content-Type": "application/json" };
  // Node leaves it out of methods that seldom have a body.
  const length = body === undefined ? {} : { "Content-Length": String(Buffer.byteLength(body)) };
  const all = new Map(Object.entries({ ...type, ...length, ...own }));
  for (const [, name = "", value = ""] of headers.matchAll(/\[([\w-]+):\s*([^\]]*)\]/g)) {
    if (value === "") all.delete(name);
    else all.set(name, value);
  }
  return new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const sent = request({ hostname, port, path, method, headers: Object.fromEntries(all), agent: false });
    // A body that is shorter than promised is waited for.
    sent.setTimeout(300, () => sent.destroy(Object.assign(new Error("late"), { code: "ESOCKETTIMEDOUT" })));
    sent.on("error", (error: Error & { code?: string }) => resolve({ text: error.code ?? error.message, seen: {} }));
    sent.on("response", (response) => read(response, url + path).then(resolve));
    sent.end(body);
  });
}

async function read(response: IncomingMessage, asked: string): Promise<Response> {
  const { rawHeaders, statusCode, statusMessage } = response;
  const { location, etag } = response.headers;
  let body = "";
  for await (const chunk of response.setEncoding("utf8")) body += chunk;
  const lines = rawHeaders.flatMap((text, index) => (index % 2 === 0 ? [`${text}: ${rawHeaders[index + 1]}`] : []));
  const target = location === undefined ? undefined : new URL(location, asked);
  return {
    text: [`${statusCode} ${statusMessage}`, ...lines, "", body].join("\n"),
    seen: { ...(target && { location: target.pathname + target.search }), ...(etag !== undefined && { etag }) },
  };
}
