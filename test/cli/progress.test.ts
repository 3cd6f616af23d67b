import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createRate } from "../../src/cli/progress/rate.ts";
import { refused } from "../result/run-builder.ts";
import { numbered, watchProgress, work } from "../support/progress.ts";

const clear = "\r\u001b[2K";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("the progress on a terminal", () => {
  it("is drawn at once, over itself, and cleared", () => {
    const { progress, written, last, pass } = watchProgress();
    progress.start(3);
    expect(written()).toEqual([`${clear}0/3`]);
    progress.step(numbered(1));
    pass(100);
    expect(written()).toEqual([`${clear}1/3`]);
    progress.end();
    expect(last()).toBe(clear);
    progress.end();
    pass(5000);
    expect(written()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("is drawn ten times a second, however many cases end", () => {
    const watched = watchProgress();
    watched.progress.start(2000);
    watched.written();
    work(watched, { from: 0, perSecond: 200, ms: 1000 });
    expect(watched.written()).toHaveLength(10);
  });

  it("is drawn once a second while nothing happens", () => {
    const { progress, written, pass } = watchProgress();
    progress.start(2);
    progress.begin("a", "GET /a -> 200");
    pass(1000);
    expect(written()).toEqual([`${clear}0/2`, `${clear}0/2`]);
  });

  it("has the rate of the last few seconds, and what is left at that rate", () => {
    const watched = watchProgress();
    watched.progress.start(1000);
    work(watched, { from: 0, perSecond: 100, ms: 900 });
    expect(watched.last()).toBe(`${clear}90/1000`);
    work(watched, { from: 90, perSecond: 100, ms: 1000 });
    expect(watched.last()).toBe(`${clear}190/1000 · 100/s`);
    work(watched, { from: 190, perSecond: 100, ms: 3100 });
    expect(watched.last()).toBe(`${clear}500/1000 · 100/s · 5 s left`);
    work(watched, { from: 500, perSecond: 10, ms: 5000 });
    expect(watched.last()).toBe(`${clear}550/1000 · 10/s · 45 s left`);
    watched.pass(5000);
    expect(watched.last()).toBe(`${clear}550/1000 · 0/s`);
  });

  it("names what has been in flight for longest, until it is over", () => {
    const { progress, last, pass } = watchProgress();
    progress.start(3);
    progress.begin("a", "GET /a -> 200");
    pass(500);
    progress.begin(numbered(1).id, numbered(1).title);
    pass(500);
    expect(last()).toBe(`${clear}0/3`);
    pass(200);
    expect(last()).toBe(`${clear}0/3 · slowest: GET /a -> 200 (1.2 s)`);
    progress.leave("a");
    pass(400);
    expect(last()).toBe(`${clear}0/3 · slowest: GET /things/1 -> 200 (1.1 s)`);
    progress.step(numbered(1));
    pass(100);
    expect(last()).toBe(`${clear}1/3 · 0.6/s`);
  });

  it("counts a case once, with its newest state", () => {
    const { progress, last, pass } = watchProgress();
    const { id, title } = numbered(1);
    const shownAfter = (change: () => void) => {
      change();
      pass(100);
      return last();
    };
    progress.start(5);
    expect(shownAfter(() => progress.step(numbered(1, { attempts: [refused()] })))).toBe(`${clear}1/5 · 1 failed`);
    expect(shownAfter(() => progress.begin(id, title))).toBe(`${clear}1/5 · 1 retrying`);
    expect(shownAfter(() => progress.step(numbered(1, { attempts: [refused(), 200] })))).toBe(`${clear}1/5 · 1 flaky`);
    expect(shownAfter(() => progress.step(numbered(1, { attempts: [refused(), 500] })))).toBe(`${clear}1/5 · 1 failed`);
    expect(shownAfter(() => progress.step(numbered(2, { skipped: "read-only" })))).toBe(`${clear}2/5 · 1 failed`);
    expect(shownAfter(() => progress.step(numbered(3, { unproven: "say how" })))).toBe(`${clear}3/5 · 1 failed`);
    expect(shownAfter(() => progress.step(numbered(4, { attempts: [] })))).toBe(`${clear}4/5 · 2 failed`);
  });

  it("never has more done than there is, nor everything done while something is in flight", () => {
    const { progress, last, pass } = watchProgress();
    progress.start(1);
    progress.step(numbered(1));
    progress.begin(numbered(2).id, "DELETE /things/{id} -> 204 cleans up");
    pass(100);
    expect(last()).toBe(`${clear}1/2`);
    progress.step(numbered(2));
    progress.step(numbered(3));
    pass(100);
    expect(last()).toBe(`${clear}3/3`);
    progress.start(10);
    pass(100);
    expect(last()).toBe(`${clear}3/10`);
  });

  it("says what it is told above itself", () => {
    const { progress, last } = watchProgress();
    progress.note("before");
    expect(last()).toBe("before\n");
    progress.start(2);
    progress.note("slowed down for 3 s: 429 from http://a\u001b[2J\nb");
    expect(last()).toBe(`${clear}slowed down for 3 s: 429 from http://a�[2J b\n0/2`);
    progress.end();
    progress.note("after");
    expect(last()).toBe("after\n");
  });

  it("leaves the last column free", () => {
    const { progress, last, pass } = watchProgress({ width: 40 });
    progress.start(2);
    progress.begin("a", `GET /a -> 200 ${"x".repeat(50)}`);
    pass(1200);
    expect(last()).toBe(`${clear}0/2 · slowest: GET /a -> 200 x… (1.2 s)`);
  });
});

describe("the rate", () => {
  it("starts anew when somebody sets the clock back", () => {
    const rate = createRate();
    expect([0, 1000, 2000].map((at) => rate.sample(90_000 + at, at / 10))).toEqual([undefined, 100, 100]);
    expect([0, 1000, 2000].map((at) => rate.sample(30_000 + at, 200 + at / 100))).toEqual([undefined, 10, 10]);
  });
});
