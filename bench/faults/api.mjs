// The API to be judged: `FAULT=no-location PORT=4020 node api.mjs`. Without FAULT it is correct; PORT 0, or none, is any.
import { buildApp } from "./api/app.mjs";

const app = buildApp();
const url = await app.listen({ host: "127.0.0.1", port: Number(process.env.PORT ?? 0) });
process.stdout.write(`${url}\n`);
