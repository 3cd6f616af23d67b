import type { Execution, ObservedError, ObservedRequest, ObservedResponse, TransportFault } from "./execution.ts";
import { executionKey } from "./lane/batch.ts";
import { type NewmanEvent, type NewmanResponse, observedRequest, observedResponse } from "./newman-event.ts";
import { observedError } from "./observed-error.ts";
import type { SkippableItem } from "./redirect-item.ts";
import { transportFault } from "./transport-fault.ts";

/** An item that is about to be sent. */
export interface ItemEvent {
  readonly item: SkippableItem;
  /** Counted from 0. */
  readonly iteration: number;
  /** To be called when it has waited for its turn: its time counts from then on. */
  readonly begin: () => void;
}

interface Draft {
  readonly itemId: string;
  readonly key: string;
  startedAt: number;
  request?: ObservedRequest;
  response?: ObservedResponse;
  error?: ObservedError;
  fault?: TransportFault;
  readonly assertions: Execution["assertions"][number][];
  readonly warnings: ReadonlyArray<string>[];
  raw?: NewmanResponse;
}

/** Listeners by event name, which turn Newman's events into executions. One item of a run is in the making at a time. */
export function observe({
  now,
  isFirstRequest,
  hasItem,
  onItem,
  onExecution,
}: {
  readonly now: () => number;
  /** The item's request went out on a connection of its own. */
  readonly isFirstRequest: () => boolean;
  /** Whether the collection has an item of this name or id. */
  readonly hasItem: (name: string) => boolean;
  readonly onItem: (event: ItemEvent) => void;
  readonly onExecution: (execution: Execution) => void;
}): Readonly<Record<string, (error: unknown, event: NewmanEvent) => void>> {
  let draft = draftOf("", 0);
  return {
    beforeItem: (_error, { item, cursor }) => {
      const iteration = cursor?.iteration ?? 0;
      const own = draftOf(item?.id ?? "", iteration);
      draft = own;
      const begin = (): void => {
        own.startedAt = now();
      };
      begin();
      if (item) onItem({ item, iteration, begin });
    },
    request: (error, event) => {
      // Requests of pm.sendRequest are reported here as well, under ids of their own.
      if (event.item?.id !== draft.itemId) return;
      noteRequest(draft, error, event);
      if (error) draft.fault = transportFault(error, event.history, isFirstRequest());
    },
    assertion: (error, { assertion = "", skipped }) => {
      const state = skipped ? "skipped" : error ? "failed" : "passed";
      draft.assertions.push({ name: assertion, state, ...(error ? { message: observedError(error).message } : {}) });
    },
    script: (error, { execution }) => {
      if (error) draft.error ??= { code: "SCRIPT", message: observedError(error).message };
      const next = execution?.return?.nextRequest;
      // Newman would end the iteration, and call it a success.
      if (typeof next === "string" && !hasItem(next))
        draft.error ??= { code: "SCRIPT", message: `setNextRequest: there is no request ${JSON.stringify(next)}` };
    },
    // What a timer of the script threw: the script itself ended well.
    exception: (_error, { error }) => {
      if (error) draft.error ??= { code: "SCRIPT", message: observedError(error).message };
    },
    console: (_error, { level, messages = [] }) => {
      if (level !== "warn") return;
      draft.warnings.push(messages.map(String));
      const unsent = unsentFile(messages);
      if (unsent) draft.error ??= unsent;
    },
    item: () => {
      const { raw, startedAt, itemId: _, ...execution } = draft;
      // The summary of the run would keep every body until its end.
      if (raw) raw.stream = undefined;
      const { request, error, assertions } = execution;
      // pm.execution.skipRequest leaves an item without a request, on purpose; what was asserted before counts.
      if (request === undefined && error === undefined && assertions.length === 0) return;
      onExecution({ ...execution, durationMs: Math.round(now() - startedAt) });
    },
  };
}

function draftOf(itemId: string, iteration: number): Draft {
  return { itemId, key: executionKey(itemId, iteration), startedAt: 0, assertions: [], warnings: [] };
}

function noteRequest(draft: Draft, error: unknown, { request, response }: NewmanEvent): void {
  if (request) draft.request = observedRequest(request);
  if (error) draft.error ??= observedError(error);
  else if (response) {
    draft.response = observedResponse(response);
    draft.raw = response;
  }
}

/** A file of a multipart body that is not there: Newman warns, and sends the request without it. */
function unsentFile([message]: ReadonlyArray<unknown>): ObservedError | undefined {
  const [, part, cause] = /^Form param `(.*)`, file load error: (.*)$/s.exec(String(message)) ?? [];
  return part === undefined ? undefined : { code: "FILE", message: `the file of "${part}" was not sent: ${cause}` };
}
