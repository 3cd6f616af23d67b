/** What stands where a secret might, and is none: to mask it would hide what is wrong. */
const plain =
  /^(?:true|false|null|none|undefined|nil|string|text|password|token|secret|bearer|basic|digest|redacted|hidden|masked|required|optional|missing|invalid|blank|empty|weak|too[ _-]?(?:short|long|weak|common)|[*.…_-]*|x{3,}|\{\{[^{}]*\}\}|\$\{[^{}]*\}|<[^<>]*>)$/i;

/** Words of sentences that say what is wrong with a field. */
const complaint =
  /\b(?:is|are|must|should|shall|may|can|cannot|required|invalid|missing|too|not|at least|already|wrong|incorrect|expired|blank|empty|does|has|have|needs?|please|expected|characters?|length)\b/i;

const longestPlain = 500;

/** Whether a value says nothing that must not be read: `null`, `{{token}}`, `must not be empty`. */
export function isPlainValue(value: string): boolean {
  return isPlainSent(value) || (value.length <= longestPlain && /\s/.test(value) && complaint.test(value));
}

/** The same of what was sent, where nobody complains. */
export function isPlainSent(value: string): boolean {
  return value.length <= longestPlain && plain.test(value.trim());
}

const shortestTelling = 8;
const longestTelling = 8192;

/** Whether a value can be told from a word or a count, so that it may be masked wherever it appears. */
export function isTelling(value: string): boolean {
  if (value.length < shortestTelling || value.length > longestTelling) return false;
  if (/^[\d.,:+-]+$/.test(value)) return value.length >= 12;
  return value.length >= 16 || !/^[A-Z]?[a-z_\s-]+$/.test(value);
}
