/** A file of a report that is a folder. */
export interface ReportFile {
  readonly name: string;
  readonly text: string;
}
