import { suggest } from "../../diagnostic/suggest.ts";
import { explain as screenOf, type Topic, topics } from "../../http/explain.ts";
import { faults, isFaultId } from "../../mock/faults.ts";
import { explainFault } from "../../prove/explain-fault.ts";
import type { Io } from "../io.ts";
import { UsageError } from "../usage-error.ts";

/** What the command line says to `explain`. */
export interface ExplainFlags {
  readonly search?: string;
}

/** `newmanifest explain`: a screen about a status code, a rule, an edge, a lint, a metric or a fault; without a name, or with --search, a list. */
export async function explain(name: string | undefined, { search }: ExplainFlags, io: Io): Promise<number> {
  if (name !== undefined && search !== undefined) throw new UsageError("name one thing, or --search for a text");
  io.stdout(name === undefined ? list(search) : screen(name));
  return 0;
}

function screen(name: string): string {
  const text = textAbout(name);
  if (text !== undefined) return text;
  const nearest = suggest(
    name,
    allTopics().map((topic) => topic.name),
  );
  throw new UsageError(`nothing is known of "${name}"${nearest === undefined ? "" : `: did you mean "${nearest}"?`}`);
}

function textAbout(name: string): string | undefined {
  return isFaultId(name) ? explainFault(name) : screenOf(name);
}

function allTopics(): ReadonlyArray<Topic> {
  return [...topics(), ...Object.entries(faults).map(([name, { mistake }]) => ({ name, title: mistake }))];
}

/** A line for each topic; of those only whose screens have every word of the search, where there is one. */
function list(search: string | undefined): string {
  const words = (search ?? "").toLowerCase().split(/\s+/);
  const found = allTopics().filter((topic) => {
    const text = textOf(topic);
    return words.every((word) => text.includes(word));
  });
  if (found.length === 0) throw new UsageError(`nothing is known of "${search}"`);
  const width = Math.max(...found.map(({ name }) => name.length));
  return found.map(({ name, title }) => `${name.padEnd(width)}  ${title}\n`).join("");
}

/** All that is said of a topic, without the breaks of its lines. */
function textOf({ name, title }: Topic): string {
  return `${title} ${textAbout(name) ?? ""}`.replace(/\s+/g, " ").toLowerCase();
}
