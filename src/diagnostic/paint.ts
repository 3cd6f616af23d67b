const sequences = { red: 31, yellow: 33, blue: 34, cyan: 36, bold: 1, dim: 2 } as const;

/** What text can be painted with. */
export type Colour = keyof typeof sequences;

/** Gives a text a colour, or leaves it as it is. */
export type Paint = (text: string, colour: Colour) => string;

/** Paints with ANSI sequences, or not at all. */
export function painter(isColoured: boolean): Paint {
  if (!isColoured) return (text) => text;
  return (text, colour) => `\u001b[${sequences[colour]}m${text}\u001b[0m`;
}
