import { secretLeaks } from "../../http/leaks/secrets.ts";

/** Anything that looks like this is a secret, wherever it stands. Bounded, or of one class of characters: bodies are not to be trusted. */
const shapes: ReadonlyArray<{ readonly pattern: RegExp; readonly by: string }> = [
  // A token (RFC 9110, 11.2), and no word of a sentence.
  { pattern: /\b(Bearer|DPoP|Token|Basic)( {1,3}| ?%20)(?=[\w.~+/=-]{0,200}\d)[\w.~+/-]{12,8192}=*/gi, by: "$1$2***" },
  { pattern: /\beyJ[\w-]{8,4096}\.[\w-]{8,16384}\.[\w-]{0,4096}/g, by: "***" },
  { pattern: new RegExp(`(?:${secretLeaks["leak-cloud-key"].pattern.source})[\\w-]{0,400}`, "g"), by: "***" },
  {
    pattern:
      /(-----BEGIN (?:[A-Z]{1,20} ){0,3}PRIVATE KEY-----)[^-]{1,20000}(?:-----END (?:[A-Z]{1,20} ){0,3}PRIVATE KEY-----)?/g,
    by: "$1***",
  },
  // `http://user:password@host`.
  { pattern: /(:\/\/[^\s/?#:@"'<>]{0,200}:)[^\s/?#@"'<>]{1,400}@/g, by: "$1***@" },
];

/** The text without what looks like a secret. */
export function maskShapes(text: string): string {
  if (text.length < 5) return text;
  const masked = shapes.reduce((rest, { pattern, by }) => rest.replace(pattern, by), text);
  return masked.replace(cardNumber, (digits, at: number) => {
    if (!isCard(digits)) return digits;
    // A number of JSON: what is left shall be JSON still.
    return isBare(masked.slice(Math.max(0, at - 60), at), masked[at + digits.length]) ? '"***"' : "***";
  });
}

/** Fifteen or sixteen digits as the large issuers give them (ISO/IEC 7812), and no part of a longer word. */
const cardNumber =
  /(?<![\w.%+/-])(?:3[47]\d{13}|(?:4\d{3}|5[1-5]\d{2}|2[2-7]\d{2}|6(?:011|5\d{2}))(?:[ -]?\d{4}){3})(?![\w.%+/-])/g;

function isBare(before: string, after = "}"): boolean {
  return /"\s{0,10}:\s{0,10}$|[[,]\s{0,58}$/.test(before) && /[\s,}\]]/.test(after);
}

/** The check digit of Luhn. */
function isCard(text: string): boolean {
  const digits = [...text.replace(/\D/g, "")].reverse().map(Number);
  const sum = digits.reduce((total, digit, at) => {
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
