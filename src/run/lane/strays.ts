import type { ObservedError } from "../execution.ts";

/**
 * Errors that nobody caught: a promise that a user's script rejects is one. They carry no name, so they are laid to the charge of
 * all items that run at that moment and have a script of the user's own.
 */
export interface Strays {
  readonly enter: (key: string, hasTests: boolean) => void;
  readonly leave: (key: string) => void;
  /** False: nobody who runs can have thrown it. */
  readonly note: (message: string) => boolean;
  readonly of: (key: string) => ObservedError | undefined;
}

export function createStrays(): Strays {
  const suspects = new Set<string>();
  const noted = new Map<string, ObservedError>();
  return {
    enter: (key, hasTests) => {
      noted.delete(key);
      if (hasTests) suspects.add(key);
    },
    leave: (key) => suspects.delete(key),
    note: (message) => {
      for (const key of suspects) noted.set(key, { code: "SCRIPT", message });
      return suspects.size > 0;
    },
    of: (key) => noted.get(key),
  };
}
