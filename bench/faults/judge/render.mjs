const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)}%`;

const isFailure = ({ outcome }) => ["failed", "errored"].includes(outcome);
const isWarning = ({ outcome }) => outcome === "warned";
const alarmsOf = (name, { alarms }) => alarms.get(name) ?? [];

/** Caught is what fails the run: a warning does not, nor does a case that proves nothing. */
export function isCaught(name, verdict) {
  return alarmsOf(name, verdict).some(isFailure);
}

/** What a tool says of the correct API: nothing of it is true. */
export function falseAlarms(name, correct) {
  return alarmsOf(name, correct).filter((alarm) => !isWarning(alarm));
}

const isOnlyWarned = (name, verdict) => !isCaught(name, verdict) && alarmsOf(name, verdict).some(isWarning);

function saidBy(name, verdict) {
  if (!verdict.alarms.has(name)) return "";
  const alarms = alarmsOf(name, verdict);
  const failure = alarms.find(isFailure);
  if (failure !== undefined) return failure.text;
  const warning = alarms.find(isWarning);
  if (warning !== undefined) return `- only a warning: ${warning.text}`;
  return verdict.isReached ? "- missed" : "- missed, and no request reached it";
}

/** A line for each fault: who caught it, and by what first. */
export function renderTable(verdicts, { hasPortman }) {
  const width = Math.max(...verdicts.map(({ id }) => id.length));
  const lineOf = (verdict) => {
    const portman = isCaught("portman", verdict) ? "yes" : "no ";
    const columns = [verdict.id.padEnd(width), ...(hasPortman ? [portman] : []), saidBy("newmanifest", verdict)];
    return `${columns.join("  ")}\n`;
  };
  return verdicts.map(lineOf).join("");
}

/** Warnings of the correct API, a line for each rule. */
function warningLines(warnings) {
  const counts = new Map();
  for (const { text } of warnings) {
    const rule = text.slice(text.lastIndexOf(" ") + 1);
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return [...counts].map(([rule, count]) => `  warned of the correct API: ${rule}, ${count} times`);
}

/** `newmanifest: 117 of 120 (97.5%)  false alarms: 0`, those alarms, and what only warnings tell. */
export function renderTotal(name, { verdicts, correct }) {
  const caught = verdicts.filter((verdict) => isCaught(name, verdict)).length;
  const warned = verdicts.filter((verdict) => isOnlyWarned(name, verdict)).length;
  const alarms = falseAlarms(name, correct);
  const share = percent(caught, verdicts.length);
  const lines = [`${name}: ${caught} of ${verdicts.length} (${share})  false alarms: ${alarms.length}`];
  lines.push(...alarms.map(({ outcome, text }) => `  ${outcome}  ${text}`));
  if (warned > 0) lines.push(`  ${warned} more have a warning only`);
  lines.push(...warningLines(alarmsOf(name, correct).filter(isWarning)));
  return `${lines.join("\n")}\n`;
}
