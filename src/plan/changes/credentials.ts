import type { Auth } from "../../manifest/model.ts";
import type { CaseRequest } from "../model.ts";
import { truncated } from "./body.ts";
import type { ChangeTable } from "./change.ts";
import { setHeader } from "./headers.ts";
import { withUnknownId } from "./unknown-id.ts";

const wrongToken = "newmanifest.wrong.token";

/** `{"alg":"none","typ":"JWT"}`, `{"sub":"1","scope":"admin","role":"admin","exp":4102444800}`, and no signature. */
const unsignedToken =
  "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJzdWIiOiIxIiwic2NvcGUiOiJhZG1pbiIsInJvbGUiOiJhZG1pbiIsImV4cCI6NDEwMjQ0NDgwMH0.";

/** What can be wrong with credentials, by the name in the edge table. */
export const credentialChanges: ChangeTable = {
  none: ({ happy }) => without(happy),
  "none-malformed": ({ happy }) => truncated(without(happy)),
  "none-unknown": (scope) => without(withUnknownId(scope)),
  local: ({ happy }) => setHeader(without(happy), "X-Forwarded-For", "127.0.0.1"),
  wrong: ({ happy }) => (happy.auth === null ? undefined : { ...happy, auth: wrongAuth(happy.auth) }),
  "wrong-scheme": ({ happy }) =>
    inHeader(happy, happy.auth?.kind === "bearer" ? "Basic bmV3bWFuaWZlc3Q6d3Jvbmc=" : `Bearer ${wrongToken}`),
  empty: ({ happy }) => inHeader(happy, ""),
  "scheme-only": ({ happy }) => inHeader(happy, schemeOf(happy.auth)),
  "malformed-basic": ({ happy }) => inHeader(happy, "Basic !!!not-base64"),
  unsigned: ({ happy }) => inHeader(happy, `Bearer ${unsignedToken}`),
  tampered: ({ happy }) => withToken(happy, (token) => inHeader(happy, `Bearer ${token}AAAA`)),
  "scheme-case": ({ happy }) => withToken(happy, (token) => inHeader(happy, `BEARER ${token}`)),
  twice: ({ happy }) => withToken(happy, (token) => afterwards(inHeader(happy, `Bearer ${token}`))),
  "in-query": ({ happy }) =>
    withToken(happy, (token) => ({ ...without(happy), query: [...happy.query, ["access_token", token]] })),
};

function without(happy: CaseRequest): CaseRequest {
  return { ...happy, auth: null };
}

/** Credentials of our own making, in place of the identity's. */
function inHeader(happy: CaseRequest, value: string): CaseRequest {
  return setHeader(without(happy), "Authorization", value);
}

function afterwards(request: CaseRequest): CaseRequest {
  return { ...request, headers: [...request.headers, ["Authorization", `Bearer ${wrongToken}`]] };
}

function withToken({ auth }: CaseRequest, change: (token: string) => CaseRequest): CaseRequest | undefined {
  return auth?.kind === "bearer" ? change(auth.token) : undefined;
}

function schemeOf(auth: Auth | null): string {
  const schemes: Readonly<Record<string, string>> = { basic: "Basic", digest: "Digest" };
  return schemes[auth?.kind ?? ""] ?? "Bearer";
}

function wrongAuth(auth: Auth): Auth {
  switch (auth.kind) {
    case "bearer":
      return { ...auth, token: wrongToken };
    case "basic":
    case "digest":
      return { ...auth, password: "newmanifest-wrong" };
    case "apiKey":
    case "cookie":
      return { ...auth, value: "newmanifest-wrong" };
  }
  return auth satisfies never;
}
