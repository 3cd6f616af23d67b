const events = ["unhandledRejection", "uncaughtException"] as const;

/**
 * Hands errors that nobody caught to the listener, until the function that it returns is called. What the listener
 * returns false for is a bug, and ends the process as it would have without it.
 */
export function listenForStrayErrors(listener: (error: unknown) => boolean): () => void {
  const listen = (error: unknown): void => {
    if (!listener(error)) throw error;
  };
  for (const event of events) process.on(event, listen);
  return () => {
    for (const event of events) process.off(event, listen);
  };
}
