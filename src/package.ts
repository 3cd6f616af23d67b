import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of package.json: `src/` and `dist/` lie at the same depth below it. */
export const packageRoot = join(dirname(fileURLToPath(import.meta.url)), "..");

/** The version in package.json. */
export function packageVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8"));
  if (typeof manifest === "object" && manifest !== null && "version" in manifest) return String(manifest.version);
  throw new Error("package.json has no version");
}

/** A file of a dependency, by its name beside the dependency's main file; wherever npm has put it. */
export function readDependency(name: string, file: string): string {
  const main = createRequire(import.meta.url).resolve(name);
  return readFileSync(join(dirname(main), file), "utf8");
}
