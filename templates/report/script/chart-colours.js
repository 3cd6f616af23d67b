import { make } from "./dom.js";

const names = {
  ink: "--ink",
  quiet: "--quiet",
  line: "--line",
  surface: "--surface",
  passed: "--chart-passed",
  failed: "--chart-failed",
  errored: "--chart-errored",
  flaky: "--chart-flaky",
  inconclusive: "--chart-inconclusive",
  unproven: "--chart-unproven",
  skipped: "--chart-skipped",
  p50: "--chart-p50",
  p95: "--chart-p95",
  p99: "--chart-p99",
};

/** The colours of the style sheet as they are now: a canvas knows no variables. */
export function chartColours() {
  const probe = make("span", { hidden: true });
  document.body.append(probe);
  const colours = {};
  for (const [name, variable] of Object.entries(names)) {
    probe.style.color = `var(${variable})`;
    colours[name] = getComputedStyle(probe).color;
  }
  probe.remove();
  return colours;
}
