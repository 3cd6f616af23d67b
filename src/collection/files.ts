import type { Plan } from "../plan/model.ts";
import { buildCollection, type CollectionContext } from "./build.ts";
import { buildEnvironment } from "./environment.ts";

/** The files of a suite, name to text: its collection, and an environment each. */
export function generateFiles(plan: Plan, context: CollectionContext): ReadonlyMap<string, string> {
  const { manifest } = context;
  const files = new Map<string, string>();
  files.set(`${fileName(manifest.name)}.postman_collection.json`, toText(buildCollection(plan, context)));
  for (const environment of manifest.environments) {
    files.set(
      `${fileName(environment.name)}.postman_environment.json`,
      toText(buildEnvironment(environment, manifest)),
    );
  }
  return files;
}

/** `Book Store (v2)` -> `book-store-v2`: a name that every file system takes. */
function fileName(name: string): string {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ["suite"];
  return words.join("-");
}

function toText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
