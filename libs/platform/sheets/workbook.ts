/** A cell that is set off from others. */
interface StyledCell {
  readonly value: string | number | null;
  readonly bold?: true;
  /** Long texts go on in a further line. */
  readonly wrap?: true;
  /** Of its ground: `#E3EFE6`. */
  readonly colour?: string;
  /** How a number is written: `#,##0`. */
  readonly format?: string;
}

/** What a cell holds. A text is always a text cell: nothing that somebody typed becomes a formula, and codes keep their zeros. Null is an empty cell. */
export type SheetCell = string | number | null | StyledCell;

/** A sheet still without its rows. */
export interface SheetHead {
  /** As its tab is called: at most 31 signs, none of \ / ? * [ ] :. */
  readonly name: string;
  /** Of its columns, in signs. */
  readonly widths: readonly number[];
  /** Rows that stay in sight when one scrolls; none unless told. */
  readonly stickyRows?: number;
}

/** A sheet of a workbook. Its rows are asked for a few at a time, so they may be made while they are. */
export interface WorkbookSheet extends SheetHead {
  readonly rows: Iterable<readonly SheetCell[]>;
}

/** Some rows of one of the sheets of a workbook. */
export interface SheetPart {
  readonly sheet: number;
  readonly rows: readonly (readonly SheetCell[])[];
}
