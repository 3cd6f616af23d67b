/** Whether a text is what a format promises; a format that is not here promises nothing (JSON Schema Validation, 7). */
export const formats: Readonly<Record<string, (text: string) => boolean>> = {
  email: (text) => text.length <= 254 && /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text),
  uuid: (text) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text),
  date: isDate,
  "date-time": isDateTime,
  time: (text) => isDateTime(`2024-01-01T${text}`),
  uri: (text) => /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(text) && URL.canParse(text),
  "uri-reference": (text) => !/[\s<>"{}|\\^`]/.test(text) && URL.canParse(text, "http://localhost"),
  hostname: (text) =>
    /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i.test(text),
  ipv4: (text) => /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/.test(text),
  ipv6: (text) => text.includes(":") && URL.canParse(`http://[${text}]/`),
};

/** The format that an example shows without anybody naming it; only those that cannot be a coincidence. */
export function formatOf(example: string): string | undefined {
  if (/^https?:/.test(example) && formats.uri?.(example)) return "uri";
  return ["email", "date-time", "date"].find((name) => formats[name]?.(example));
}

/** RFC 3339, 5.6: a day that is in the calendar. */
function isDate(text: string): boolean {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return day !== "" && Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= days;
}

/** RFC 3339, 5.6: with a zone. A minute may have 61 seconds. */
function isDateTime(text: string): boolean {
  const [, date = ""] =
    /^(.{10})[Tt](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/.exec(text) ?? [];
  return isDate(date);
}
