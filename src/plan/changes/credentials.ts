import type { Auth } from "../../manifest/model.ts";
import type { CaseRequest } from "../model.ts";
import type { ChangeTable } from "./change.ts";
import { setHeader } from "./headers.ts";

/** What can be wrong with credentials, by the name in the edge table. */
export const credentialChanges: ChangeTable = {
  none: ({ happy }) => ({ ...happy, auth: null }),
  wrong: ({ happy }) => (happy.auth === null ? undefined : { ...happy, auth: wrongAuth(happy.auth) }),
  "wrong-scheme": ({ happy }) =>
    inHeader(
      happy,
      happy.auth?.kind === "bearer" ? "Basic bmV3bWFuaWZlc3Q6d3Jvbmc=" : "Bearer newmanifest.wrong.token",
    ),
};

/** Credentials of our own making, in place of the identity's. */
function inHeader(happy: CaseRequest, value: string): CaseRequest {
  return setHeader({ ...happy, auth: null }, "Authorization", value);
}

function wrongAuth(auth: Auth): Auth {
  switch (auth.kind) {
    case "bearer":
      return { ...auth, token: "newmanifest.wrong.token" };
    case "basic":
    case "digest":
      return { ...auth, password: "newmanifest-wrong" };
    case "apiKey":
    case "cookie":
      return { ...auth, value: "newmanifest-wrong" };
  }
  return auth satisfies never;
}
