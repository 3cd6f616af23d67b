/** Something that Newman, Postman's libraries or what they send may fool a suite with, and who would notice. */
export interface Pitfall {
  readonly id: string;
  /** What happens where nobody takes care. */
  readonly says: string;
  /** Titles of the tests that would have caught it, by their file: beside this one, without `.test.ts`. */
  readonly by: Readonly<Record<string, ReadonlyArray<string>>>;
}
