import { refusal } from "./errors.mjs";
import { fault } from "./fault.mjs";

const limit = 10;
const windowMs = 2000;

function windowOf(user, windows) {
  const open = windows.get(user.id);
  if (open !== undefined && (open.endsMs > Date.now() || fault("limit-never-ends"))) return open;
  const fresh = { count: 0, endsMs: Date.now() + windowMs };
  windows.set(user.id, fresh);
  return fresh;
}

function retryAfter(seconds) {
  if (fault("no-retry-after")) return {};
  return { "retry-after": fault("retry-after-in-words") ? "in 2 seconds" : seconds };
}

/** A hook that lets a user ask ten times in two seconds. */
export function createRateLimit() {
  const windows = new Map();
  return async function limitRate({ user }, reply) {
    const window = windowOf(user, windows);
    window.count += 1;
    const seconds = Math.max(1, Math.ceil((window.endsMs - Date.now()) / 1000));
    const remaining = Math.max(0, limit - window.count);
    const reset = Math.ceil(window.endsMs / 1000);
    if (!fault("no-limit-headers")) {
      reply.headers({ "x-ratelimit-limit": limit, "x-ratelimit-remaining": remaining, "x-ratelimit-reset": reset });
    }
    if (window.count <= limit || fault("no-limit")) return;
    const status = fault("503-for-limit") ? 503 : 429;
    throw refusal(status, "TOO_MANY_REQUESTS", "Too many searches, wait a little.", { headers: retryAfter(seconds) });
  };
}
