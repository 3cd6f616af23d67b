/** A field that no API has, with a value that none would give it. */
export const unknownField = { name: "newmanifestUnknown", value: "newmanifest was here" } as const;
