import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import { isRecord, recordsOf } from "./json.ts";
import type { ForeignRequest } from "./model.ts";
import type { Scopes } from "./scopes.ts";

/** A warning for each file of a form that Newman leaves out without a word: there is none, or none was chosen. */
export function missingFiles(
  requests: ReadonlyArray<ForeignRequest>,
  { scopes, hasFile }: { readonly scopes: Scopes; readonly hasFile: (file: string) => boolean },
): ReadonlyArray<Diagnostic> {
  return requests.flatMap(({ item, span }) =>
    filesOf(item.request).flatMap((written): ReadonlyArray<Diagnostic> => {
      const file = scopes.fill(written);
      if (file === "") return [{ code: "file-not-sent", args: { file, cause: "none is chosen" }, span }];
      // What its name will be is seen when it runs.
      if (file.includes("{{") || hasFile(file)) return [];
      return [{ code: "file-not-sent", args: { file, cause: "there is no such file" }, span }];
    }),
  );
}

function filesOf(request: unknown): ReadonlyArray<string> {
  const body = isRecord(request) ? request.body : undefined;
  if (!isRecord(body) || body.mode !== "formdata") return [];
  const fields = recordsOf(body.formdata).filter(({ type, disabled }) => type === "file" && disabled !== true);
  return fields.flatMap(({ src }) => {
    const files = Array.isArray(src) ? src : [src];
    return files.length === 0 ? [""] : files.map((file) => (typeof file === "string" ? file : ""));
  });
}
