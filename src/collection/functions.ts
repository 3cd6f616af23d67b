import type { Render } from "../template.ts";

/** The functions that checks call, in templates/functions/, and how a use of each looks. A function may use later ones. */
const functions = [
  ["rule", /\brule\(/],
  ["warn", /(?<!console\.)\bwarn\(/],
  ["created-id", /\bcreatedId\(/],
  ["unknown-id", /\bunknownId\(/],
  ["is-sent-again", /\bisSentAgain\(/],
  ["monitor", /\bmonitorOf\(/],
  ["next-page", /\bnextPage\(/],
  ["led-to", /\bledTo\(/],
  ["retry-after", /\bretryAfter\(/],
  ["is-pending", /\bisPending\(/],
  ["pause", /\bpauseMs\(/],
  ["remaining", /\bremaining\(/],
  ["snapshot", /\bsnapshot\(/],
  ["changed", /\bchanged\(/],
  ["resource-in", /\bresourceIn\(/],
  ["entries-in", /\bentriesIn\(/],
  ["seen", /\bseen\(/],
  ["parsed", /\bparsed\(/],
  ["lost", /\bisLost\(/],
  ["stored", /\bdiffering\(/],
  ["comparable", /\bcomparable\(/],
  ["shape", /\bmisshapen\(/],
  ["equal", /\bunequal\(/],
  ["expect-none", /\bexpectNone\(/],
  ["all-challenges", /\ballChallenges\(/],
  ["challenges", /\bchallenges\(/],
  ["loose-parameter", /\blooseParameter\(/],
  ["parameter", /\bparameter\(/],
  ["pieces", /\bpieces\(/],
  ["is-token", /\bisToken\(/],
  ["has-credentials", /\bhasCredentials\(/],
  ["is-failure-report", /\bisFailureReport\(/],
  ["sent-secrets", /\bsentSecrets\(/],
  ["is-health-check", /\bisHealthCheck\(/],
  ["retry-after-seconds", /\bretryAfterSeconds\(/],
  ["strings", /\bstrings\b/],
  ["target", /\btarget\(/],
  ["request-url", /\brequestUrl\(/],
  ["origin-of", /\boriginOf\(/],
  ["decoded", /\bdecoded\(/],
  ["resolved", /\bresolved\(/],
  ["is-empty", /\bisEmpty\(/],
  ["is-object", /\bisObject\b/],
  ["has", /\bhas\(/],
  ["json", /\bjson\(/],
  ["is-json", /\bisJson\(/],
  ["media-type", /\bmediaType\(/],
  ["is-http-date", /\bisHttpDate\(/],
  ["body-text", /\bbodyText\(/],
  ["sent", /\bsent\(/],
  ["one", /\bone\(/],
  ["all", /\ball\(/],
  ["cut", /\bcut\(/],
] as const;

/** The functions that a script uses: below the tests, which are what a reader came for. The user's own tests may use them, too. */
export function functionLines(script: string, render: Render): ReadonlyArray<string> {
  let text = script;
  const lines: string[] = [];
  for (const [name, use] of functions) {
    if (!use.test(text)) continue;
    const source = render(`functions/${name}`, {}).trimEnd();
    lines.push("", ...source.split("\n"));
    text += `\n${source}`;
  }
  return lines;
}
