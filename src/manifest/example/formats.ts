/** A format: examples of it, and whether a text has it. */
export interface Format {
  readonly examples: ReadonlyArray<string>;
  readonly test: (text: string) => boolean;
}

/** RFC 5321, 4.5.3.1: 64 characters before the @; and only what nobody doubts. */
const email = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)*$/i;
const host = /^(?=.{1,253}$)[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$/i;
const time = /^([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;
const duration = /^P(?!$)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$|^P\d+W$/;

/** The formats of JSON Schema that a text can be judged by; others say nothing (2020-12 Validation, 7.2.1). */
export const formats: ReadonlyMap<string, Format> = new Map<string, Format>([
  ["uuid", { examples: ["{{$guid}}"], test: matching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i) }],
  ["email", { examples: ["reader-{{$guid}}@example.com", "reader@example.com", "a@example.com"], test: isEmail }],
  ["date", { examples: ["2024-01-01", "2024-01-02", "2024-01-03"], test: isDate }],
  ["date-time", { examples: ["2024-01-01T00:00:00Z", "2024-01-02T00:00:00Z"], test: isDateTime }],
  ["time", { examples: ["00:00:00Z", "01:00:00Z"], test: matching(time) }],
  ["duration", { examples: ["P1D", "P2D"], test: matching(duration) }],
  ["uri", { examples: ["https://example.com/", "https://example.com/2"], test: isUri }],
  ["url", { examples: ["https://example.com/", "https://example.com/2"], test: isUri }],
  ["uri-reference", { examples: ["/a", "/b"], test: matching(/^[\w./?#:&=%~@!$'()*+,;-]*$/) }],
  ["hostname", { examples: ["example.com", "www.example.com"], test: matching(host) }],
  ["ipv4", { examples: ["192.0.2.1", "192.0.2.2"], test: isIpv4 }],
  ["ip", { examples: ["192.0.2.1", "192.0.2.2"], test: (text) => isIpv4(text) || isIpv6(text) }],
  ["ipv6", { examples: ["2001:db8::1", "2001:db8::2"], test: isIpv6 }],
  ["byte", { examples: ["dGV4dA==", "dGV4dDI="], test: matching(/^(?:[\w+/-]{4})*(?:[\w+/-]{2}==|[\w+/-]{3}=)?$/) }],
  ["json-pointer", { examples: ["/a", "/b"], test: matching(/^(\/([^~/]|~[01])*)*$/) }],
  ["regex", { examples: ["^a+$", "^b+$"], test: isRegularExpression }],
]);

function matching(pattern: RegExp): (text: string) => boolean {
  return (text) => pattern.test(text);
}

function isEmail(text: string): boolean {
  const [local = ""] = text.split("@");
  return email.test(text) && !local.startsWith(".") && !local.endsWith(".") && !local.includes("..");
}

/** RFC 3339, 5.6, and a day that the month has. */
function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined || month < 1 || month > 12) return false;
  return day >= 1 && day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

function isDateTime(text: string): boolean {
  const [date = "", clock = "", ...more] = text.split(/[t\s]/i);
  return more.length === 0 && isDate(date) && time.test(clock);
}

function isUri(text: string): boolean {
  return /^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]+$/i.test(text);
}

function isIpv4(text: string): boolean {
  const parts = text.split(".");
  return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256);
}

function isIpv6(text: string): boolean {
  const [left = "", right, ...more] = text.split("::");
  if (more.length > 0) return false;
  const groups = [left, right ?? ""].flatMap((side) => (side === "" ? [] : side.split(":")));
  const isShort = right === undefined ? groups.length === 8 : groups.length < 8;
  return isShort && groups.every((group) => /^[\da-f]{1,4}$/i.test(group));
}

function isRegularExpression(text: string): boolean {
  try {
    return new RegExp(text, "u").source !== "";
  } catch {
    return false;
  }
}
