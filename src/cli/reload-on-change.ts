import type { Manifest } from "../manifest/model.ts";
import type { Io } from "./io.ts";
import { loadManifest } from "./load-manifest.ts";
import { UsageError } from "./usage-error.ts";
import { type Watch, watchFiles } from "./watch-files.ts";

export interface OnReload {
  readonly io: Io;
  /** Takes the manifest as it is now, and says what became of it. */
  readonly reload: (manifest: Manifest) => string;
}

/** Reads the manifest again when one of its files has changed. While it is broken nothing but its diagnostics comes of it. */
export function reloadOnChange(files: ReadonlyArray<string>, read: ReadonlyArray<string>, on: OnReload): Watch {
  const { io, reload } = on;
  let known = read;
  const watch = watchFiles(() => {
    const now: string[] = [];
    const manifest = load(files, io, now);
    // A file that a broken manifest does not name may be the one that mends it.
    known = [...new Set(manifest ? now : [...known, ...now])];
    watch.follow(known);
    if (manifest) io.stderr(reload(manifest));
    else io.stderr("the manifest is broken: the mock goes on with what it was\n");
  });
  watch.follow(known);
  return watch;
}

function load(files: ReadonlyArray<string>, io: Io, read: string[]): Manifest | undefined {
  try {
    return loadManifest(files, io, { onRead: (file) => read.push(file) })?.manifest;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.stderr(`error: ${error.message}\n`);
    return undefined;
  }
}
