import { printable } from "../../diagnostic/printable.ts";
import { plain } from "../plain.ts";

/** The view with every text in it made safe to be read: no control characters, nothing that turns the direction of writing. */
export function plainView<View>(view: View): View;
export function plainView(view: unknown): unknown {
  if (typeof view === "string") return plain(view);
  if (Array.isArray(view)) return view.map((each) => plainView(each));
  if (typeof view !== "object" || view === null) return view;
  return Object.fromEntries(Object.entries(view).map(([key, each]) => [key, plainView(each)]));
}

/** The same for what has lines, like a body: they stay. */
export function plainLines(text: string): string {
  return text.replaceAll("\r\n", "\n").replace(/[^\n\t]+/g, printable);
}
