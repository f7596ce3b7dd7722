/** One line of a file of contacts, as a spreadsheet numbers it: 1 is the heading. */
export interface Line {
  readonly line: number;
  readonly cells: readonly string[];
  /** It could not be read: a quote that never ends, a line without end. */
  readonly broken?: true;
}

/** What the first look at a file found. */
export interface FileFormat {
  readonly kind: 'csv' | 'xlsx';
  readonly encoding: string | null;
  readonly delimiter: string | null;
}

export const MOST_COLUMNS = 500;
