import type { Body } from "../manifest/model.ts";
import type { Content } from "./content.ts";
import { fieldOf } from "./json.ts";
import { fitsJson, fitsText } from "./placeholder.ts";

/** Whether a body is the one that the manifest writes; placeholders stand for any text. */
export function fitsBody(body: Body, { sent, text }: Content): boolean {
  switch (body.kind) {
    case "json":
      return fitsJson(sent, body.value);
    case "raw":
      return fitsText(text, body.text);
    case "form":
      return fitsJson(sent, body.fields);
    case "multipart":
      return body.parts.every((part) => {
        const field = fieldOf(sent, part.name);
        return "file" in part ? field !== undefined : fitsJson(field, part.value);
      });
  }
  return body satisfies never;
}
