import { duration } from "../../report/common/words.ts";
import { columns, cutEnd, takeStart } from "../../report/console/columns.ts";
import type { ProgressState } from "./tally.ts";

/** Less of a title than this says nothing. */
const leastTitle = 12;
/** More of it is no help, and it may hide any number of characters that take no column. */
const longestTitle = 200;
/** Of a title in a log, which has no width. */
const loggedTitle = 100;

/** `412/2000 · 3 failed · 184/s · 9 s left · slowest: POST /books -> 201 (4.2 s)`: what matters most of it, in so many columns. */
export function progressLine(state: ProgressState, width: number): string {
  const { done, total, slowest, leftMs } = state;
  const facts = [`${done}/${total}`, ...counts(state)];
  if (leftMs !== undefined) facts.push(`${timeLeft(leftMs)} left`);
  if (slowest !== undefined) {
    const head = [...facts, "slowest: "].join(" · ");
    const tail = ` (${duration(slowest.ms)})`;
    const title = shortTitle(slowest.title);
    const room = width - columns(head) - tail.length;
    if (room >= Math.min(leastTitle, columns(title))) return `${head}${cutEnd(title, room)}${tail}`;
  }
  while (facts.length > 1 && columns(facts.join(" · ")) > width) facts.pop();
  return takeStart(facts.join(" · "), width);
}

/** `newmanifest: 412 of 2000 cases, 3 failed, 184/s, about 9 s left; slowest in flight: POST /books -> 201 (4.2 s)`. */
export function progressSentence(state: ProgressState): string {
  const { done, total, slowest, leftMs } = state;
  const facts = [`newmanifest: ${done} of ${total} cases`, ...counts(state)];
  if (leftMs !== undefined) facts.push(`about ${timeLeft(leftMs)} left`);
  const said = facts.join(", ");
  if (slowest === undefined) return said;
  return `${said}; slowest in flight: ${cutEnd(shortTitle(slowest.title), loggedTitle)} (${duration(slowest.ms)})`;
}

function counts({ failed, flaky, retrying, perSecond }: ProgressState): ReadonlyArray<string> {
  return [
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(flaky > 0 ? [`${flaky} flaky`] : []),
    ...(retrying > 0 ? [`${retrying} retrying`] : []),
    ...(perSecond === undefined ? [] : [`${speed(perSecond)}/s`]),
  ];
}

function shortTitle(title: string): string {
  return title.length > longestTitle ? `${title.slice(0, longestTitle)}…` : title;
}

/** `184`, `4.2`. */
function speed(perSecond: number): string {
  return perSecond === 0 || perSecond >= 9.95 ? String(Math.round(perSecond)) : perSecond.toFixed(1);
}

/** `9 s`, `2 min 5 s`, `1 h 12 min`. */
function timeLeft(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return `${seconds} s`;
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
