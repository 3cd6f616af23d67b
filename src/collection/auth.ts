import type { RequestAuthDefinition } from "postman-collection";
import type { Auth } from "../manifest/model.ts";

/** Postman's form of the credentials. No credentials is `noauth`: `null` would inherit the folder's. */
export function authDefinition(auth: Auth | null): RequestAuthDefinition {
  switch (auth?.kind) {
    case "bearer":
      return { type: "bearer", bearer: entries({ token: auth.token }) };
    case "basic":
      return { type: "basic", basic: entries({ username: auth.username, password: auth.password }) };
    case "digest":
      return { type: "digest", digest: entries({ username: auth.username, password: auth.password }) };
    case "apiKey":
      return { type: "apikey", apikey: entries({ key: auth.name, value: auth.value, in: auth.in }) };
    case "cookie":
    case undefined:
      return { type: "noauth" };
  }
  return auth satisfies never;
}

/** Cookies are a header: the jar is off, or they would follow cases that must not have them. */
export function authHeaders(auth: Auth | null): ReadonlyArray<readonly [string, string]> {
  return auth?.kind === "cookie" ? [["Cookie", `${auth.name}=${auth.value}`]] : [];
}

function entries(values: Readonly<Record<string, string>>) {
  return Object.entries(values).map(([key, value]) => ({ key, value, type: "string" }));
}
