const uuid = "8c0e6c1a-7d4f-4c5e-9b0a-2f1d3e4c5b6a";

/** What Postman's dynamic variables look like, to judge a text that holds them. */
const looks: ReadonlyMap<string, string> = new Map([
  ["$guid", uuid],
  ["$randomUUID", uuid],
  ["$timestamp", "1700000000"],
  ["$isoTimestamp", "2024-01-01T00:00:00.000Z"],
  ["$randomInt", "42"],
  ["$randomEmail", "reader@example.com"],
  ["$randomExampleEmail", "reader@example.com"],
  ["$randomUrl", "https://example.com"],
  ["$randomIP", "192.0.2.1"],
  ["$randomIPV6", "2001:db8::1"],
]);

/** A text as it is sent; nothing where it holds a variable whose value is not known before the run. */
export function filledText(text: string): string | undefined {
  const filled = text.replace(/\{\{([^{}]*)\}\}/g, (whole, name: string) => looks.get(name) ?? whole);
  return filled.includes("{{") ? undefined : filled;
}
