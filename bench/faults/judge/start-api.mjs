import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const api = fileURLToPath(new URL("../api.mjs", import.meta.url));

/** The API in a process of its own: what it remembers begins anew. Without an id it is correct. */
export function startApi(id = "") {
  const env = { ...process.env, FAULT: id, PORT: "0" };
  const child = spawn(process.execPath, [api], { env, stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  const started = { isReached: () => said.includes("fault reached"), stop: () => child.kill() };
  return new Promise((resolve, reject) => {
    child.stdout.on("data", (chunk) => {
      said += chunk;
      const [url] = /http:\S+/.exec(said) ?? [];
      if (url !== undefined) resolve({ ...started, url });
    });
    child.on("exit", (code) => reject(new Error(`The API with the fault "${id}" ended with ${code}.`)));
  });
}
