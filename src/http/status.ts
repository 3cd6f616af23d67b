/** A code of the IANA HTTP Status Code Registry (state of 2025-09-15). */
export interface Status {
  readonly name: string;
  /** What it tells the client, in one clause. */
  readonly meaning: string;
  /** When a server gives it. */
  readonly use: string;
  /** What goes wrong with it in practice. */
  readonly mistake?: string;
  readonly source: string;
  /** The message ends with its header section (RFC 9110, 6.4.1), or must be empty (205). */
  readonly isBodiless?: true;
}
