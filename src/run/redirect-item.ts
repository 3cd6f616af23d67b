/** Of an item of the SDK, what it takes to skip it. */
export interface SkippableItem {
  readonly id: string;
  readonly events: { clear(): void; add(event: object): void };
}

/** Makes a running collection skip this item and go on with another one; null: end the iteration. */
export function redirectTo(item: SkippableItem, next: string | null): void {
  const exec = [`pm.execution.setNextRequest(${JSON.stringify(next)});`, "pm.execution.skipRequest();"];
  // Its own script might send something, as that of a burst does.
  item.events.clear();
  item.events.add({ listen: "prerequest", script: { type: "text/javascript", exec } });
}
