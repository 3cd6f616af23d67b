/** What is not green, sorted: Allure takes the first that fits, and its expressions must fit the whole message. */
export const categories = [
  { name: "Known deviations", matchedStatuses: ["skipped"], messageRegex: "(?s)known until .*" },
  { name: "Wrong status code", matchedStatuses: ["failed"], messageRegex: "(?s)expected .*, got \\d.*" },
  { name: "Broken rules", matchedStatuses: ["failed"] },
  { name: "The run broke", matchedStatuses: ["broken"] },
  { name: "Flaky", matchedStatuses: ["passed"], flaky: true },
  { name: "Inconclusive", matchedStatuses: ["skipped"], messageRegex: "(?s)it proves nothing.*" },
  { name: "Unproven or left out", matchedStatuses: ["skipped"] },
] as const;
