import type { Auth } from "./model.ts";

/** The part of credentials that must not be known. */
export function secretOf(auth: Auth): string {
  switch (auth.kind) {
    case "bearer":
      return auth.token;
    case "basic":
    case "digest":
      return auth.password;
    case "apiKey":
    case "cookie":
      return auth.value;
  }
  return auth satisfies never;
}
