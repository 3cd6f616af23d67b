import { performance } from "node:perf_hooks";
import { loadNewman } from "../newman.ts";
import { observedError } from "../observed-error.ts";
import type { Sandboxes } from "../sandboxes.ts";
import { createCrew, isOfScript, sandboxesFor } from "./crew.ts";
import type { Order, Report, Session } from "./message.ts";
import { listenForStrayErrors } from "./stray-errors.ts";

const reportMs = 100;

// Loading it takes a third of a second: it need not wait for the first batch. What is wrong with it the first batch will hear.
void loadNewman().catch(() => {});

/** They stay warm from one run to the next. */
let sandboxes: Sandboxes | undefined;

/** The program of a thread: runs the batches that it is sent, until it is told to close. */
export function session({ settings, port }: Session): Promise<void> {
  const tell = (report: Report): void => port.postMessage(report);
  sandboxes ??= sandboxesFor(settings, { isGuarded: true });
  const crew = createCrew({ settings, sandboxes, now: Date.now });
  const stopListening = listenForStrayErrors((error) => {
    // A bug ends the thread, and whoever sent it here hears of it.
    if (!isOfScript(error)) return false;
    const { message } = observedError(error);
    if (!crew.strays.note(message)) tell({ kind: "stray", message: crew.mask(message) });
    return true;
  });
  const stopReporting = reportBusy((share) => tell({ kind: "busy", share }));
  return new Promise((resolve) => {
    const orders = {
      run: ({ lane, batch }: Extract<Order, { kind: "run" }>) => {
        const event = (one: Parameters<Parameters<typeof crew.run>[1]>[0]) => tell({ kind: "event", lane, event: one });
        void crew.run(batch, event).then((end) => tell({ kind: "end", lane, end }));
      },
      stop: crew.stop,
      abort: crew.abort,
      hold: ({ untilMs }: Extract<Order, { kind: "hold" }>) => crew.gate.holdUntil(untilMs),
      close: () => {
        stopListening();
        stopReporting();
        port.close();
        resolve();
      },
    };
    port.on("message", (order: Order) => {
      if (order.kind === "run") orders.run(order);
      else if (order.kind === "hold") orders.hold(order);
      else orders[order.kind]();
    });
  });
}

function reportBusy(report: (share: number) => void): () => void {
  let before = performance.eventLoopUtilization();
  const timer = setInterval(() => {
    const after = performance.eventLoopUtilization();
    report(performance.eventLoopUtilization(after, before).utilization);
    before = after;
  }, reportMs);
  return () => clearInterval(timer);
}
