import type { Field, FieldSet } from "./field.ts";

/** Words of names whose values mean more than a schema says: what exists elsewhere, what others check, what steers a process. */
const meaningful = new Set(
  `
    id ids ref refs reference code codes key keys token tokens phone mobile tel telephone fax zip postal postcode iban bic vat tax
    card cvv cvc isbn issn ean gtin sku barcode currency country region locale lang language timezone tz url urls uri link host
    domain ip mail email date time at on day month year birthday expiry hash checksum signature otp pin captcha slug user username
    owner parent author account color colour mime version path file pattern regex cron query expression template password secret
    status state role roles type kind method plan tier action event permission permissions scope scopes unit quantity qty stock
    seats balance amount total latitude lat longitude lng lon
  `
    .trim()
    .split(/\s+/),
);

/** `shippingAddress_id` -> shipping, address, id. */
export function wordsOf(name: string): ReadonlyArray<string> {
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .split(/[^A-Za-z\d]+/)
    .filter((word) => word !== "")
    .map((word) => word.toLowerCase());
}

/** Whether nothing but the schema is likely to have a say in a field's value, so that what it allows is right. */
export function isPlain(field: Field, set: FieldSet): boolean {
  if (wordsOf(field.name).some((word) => meaningful.has(word)) || pairsOf(set).some((pair) => pair.includes(field))) {
    return false;
  }
  // A variable stands where the value must not be the same twice.
  return !(typeof field.value === "string" && field.value.includes("{{"));
}

const pairs: ReadonlyArray<readonly [string, string]> = [
  ["start", "end"],
  ["begin", "end"],
  ["from", "to"],
  ["from", "until"],
  ["min", "max"],
  ["minimum", "maximum"],
  ["least", "most"],
  ["lower", "upper"],
  ["checkin", "checkout"],
  ["arrival", "departure"],
];

/** Fields of which one must not be greater than the other: `startDate` and `endDate`. */
export function pairsOf({ fields }: FieldSet): ReadonlyArray<readonly [Field, Field]> {
  const found: (readonly [Field, Field])[] = [];
  for (const field of fields) {
    for (const [low, high] of pairs) {
      if (!hasWord(field.name, low)) continue;
      const partner = plainName(field.name).replace(low, high);
      const other = fields.find(({ path, name }) => plainName(name) === partner && isBeside(path, field.path));
      if (other !== undefined) found.push([field, other]);
    }
  }
  return found;
}

function plainName(name: string): string {
  return wordsOf(name).join("");
}

/** `check_in` and `checkIn` are two words of one meaning. */
function hasWord(name: string, word: string): boolean {
  return wordsOf(name).includes(word) || (word.length > 6 && plainName(name).includes(word));
}

function isBeside(path: ReadonlyArray<string>, other: ReadonlyArray<string>): boolean {
  return path.length === other.length && path.slice(0, -1).join("/") === other.slice(0, -1).join("/");
}
