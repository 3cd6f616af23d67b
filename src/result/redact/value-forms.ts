/** A shorter piece of base64 is met by chance. */
const shortestPiece = 8;

/** How a value is written down in URLs, forms, JSON and base64, itself first. */
export function formsOf(value: string): ReadonlyArray<string> {
  const percent = percentForms(value);
  // What was sent encoded is told back encoded once more.
  const twice = percent
    .filter((form) => form !== value)
    .flatMap((form) => [...percentForms(form), ...base64Pieces(form)]);
  const forms = [value, ...percent, ...twice, ...jsonForms(value), ...base64Pieces(value)];
  return [...new Set(forms)].filter((form) => form.length >= 4);
}

/** In a string of JSON, and in JSON within a string of JSON. */
function jsonForms(value: string): ReadonlyArray<string> {
  const inside = (text: string) => JSON.stringify(text).slice(1, -1);
  const once = inside(value);
  const twice = inside(once);
  return [once, once.replaceAll("/", "\\/"), twice, inside(twice)];
}

function percentForms(value: string): ReadonlyArray<string> {
  // Half of a surrogate pair cannot be encoded.
  const whole = Buffer.from(value).toString();
  const query = encodeURIComponent(whole);
  const form = new URLSearchParams([["", whole]]).toString().slice(1);
  return [query, form].flatMap((text) => [text, text.replace(/%[\dA-F]{2}/g, (hex) => hex.toLowerCase())]);
}

/**
 * What is in the base64 of any text that has the value in it: `user:secret`, `{"key":"secret"}`. Three bytes make four characters
 * (RFC 4648, 4), so there are three ways it may fall; the characters that it shares with its neighbours are left out.
 */
export function base64Pieces(value: string): ReadonlyArray<string> {
  const bytes = Buffer.from(value);
  const pieces = [0, 1, 2].map((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString("base64");
    const from = Math.ceil((offset * 8) / 6);
    const to = Math.floor(((offset + bytes.length) * 8) / 6);
    return encoded.slice(from, to);
  });
  const both = pieces.flatMap((piece) => [piece, piece.replaceAll("+", "-").replaceAll("/", "_")]);
  return both.filter((piece) => piece.length >= shortestPiece);
}
