import { chartColours } from "./chart-colours.js";
import { facts } from "./data.js";

const drawn = new Map();

const chartObserver = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) if (isIntersecting) draw(target);
  },
  { rootMargin: "400px 0px" },
);

/** Each chart is drawn when it comes near the window. */
export function startCharts() {
  for (const canvas of document.querySelectorAll("[data-chart]")) chartObserver.observe(canvas);
}

export function drawAllCharts() {
  for (const canvas of document.querySelectorAll("[data-chart]")) draw(canvas);
}

/** With the colours that the page has now. */
export function redrawCharts() {
  for (const [canvas, chart] of [...drawn]) {
    chart.destroy();
    drawn.delete(canvas);
    draw(canvas);
  }
}

function draw(canvas) {
  if (drawn.has(canvas)) return;
  const chart = facts.charts.find(({ id }) => id === canvas.dataset.chart);
  if (chart.isSideways) canvas.parentElement.style.height = `${90 + 34 * chart.labels.length}px`;
  drawn.set(canvas, new globalThis.Chart(canvas, configOf(chart, chartColours())));
}

function configOf({ kind, labels, series, isStacked, isSideways, unit }, colours) {
  const numbers = {
    stacked: isStacked,
    beginAtZero: unit !== "%",
    grid: { color: colours.line },
    border: { display: false },
    ticks: {
      color: colours.quiet,
      maxTicksLimit: 6,
      precision: unit === "cases" ? 0 : undefined,
      callback: (value) => (unit === "cases" ? value : `${value} ${unit}`),
    },
  };
  const names = {
    stacked: isStacked,
    grid: { display: false },
    border: { color: colours.line },
    ticks: { color: colours.quiet, maxRotation: 45, callback: (at) => shortened(labels[at] ?? "") },
  };
  return {
    type: kind,
    data: { labels, datasets: series.map((one) => datasetOf(one, kind, colours)) },
    options: {
      animation: false,
      maintainAspectRatio: false,
      indexAxis: isSideways ? "y" : "x",
      interaction: { mode: "index", axis: isSideways ? "y" : "x", intersect: false },
      scales: isSideways ? { x: numbers, y: names } : { x: names, y: numbers },
      plugins: {
        legend: { position: "bottom", labels: { color: colours.ink, boxWidth: 10, boxHeight: 10, padding: 14 } },
        tooltip: { callbacks: { label: ({ dataset, raw }) => `${dataset.label}: ${raw} ${unit}` } },
      },
    },
  };
}

function datasetOf({ name, tone, values }, kind, colours) {
  const colour = colours[tone];
  const line = { borderWidth: 2, pointRadius: 3, tension: 0, spanGaps: true };
  const bar = { maxBarThickness: 28, borderWidth: 1, borderColor: colours.surface };
  return { label: name, data: values, backgroundColor: colour, borderColor: colour, ...(kind === "line" ? line : bar) };
}

/** `404 Not Found (12)` has no room below a bar. */
function shortened(label) {
  const code = /^(\d{3}) .*\(\d+\)$/.exec(label);
  return code ? code[1] : label.length > 24 ? `${label.slice(0, 23)}…` : label;
}
