import { type StatWatcher, unwatchFile, watchFile } from "node:fs";

/** Editors write in several steps: what follows so quickly is one change. */
const settleMs = 50;

/** Watches files until it is stopped. */
export interface Watch {
  /** From now on these files, and no others. */
  readonly follow: (files: ReadonlyArray<string>) => void;
  readonly stop: () => void;
}

/**
 * Calls back when a file has changed and is there to be read. The name is looked at, not the file behind it: editors put a new
 * one in its place, and file systems of containers and networks tell nobody.
 */
export function watchFiles(onChange: () => void, { intervalMs = 200 }: { intervalMs?: number } = {}): Watch {
  const watched = new Map<string, StatWatcher>();
  let timer: NodeJS.Timeout | undefined;
  const settle = () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, settleMs);
  };
  const drop = (file: string) => {
    unwatchFile(file);
    watched.delete(file);
  };
  const add = (file: string) => {
    const options = { interval: intervalMs, persistent: false };
    // A file that is gone is about to come back.
    const watcher = watchFile(file, options, ({ nlink }) => (nlink > 0 ? settle() : undefined));
    watched.set(file, watcher);
  };
  return {
    follow: (files) => {
      for (const file of watched.keys()) if (!files.includes(file)) drop(file);
      for (const file of files) if (!watched.has(file)) add(file);
    },
    stop: () => {
      clearTimeout(timer);
      for (const file of [...watched.keys()]) drop(file);
    },
  };
}
