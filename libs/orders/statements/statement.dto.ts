import { Day, Flag, Int, ListOf, OneOf, Text, Texts, Uuid, Vnd } from '@choxa/platform';
import type { ImportedLine, ImportedStatement } from './import-statement.js';
import { STATEMENT_COLUMNS, type StatementColumn } from './statement-columns.rules.js';
import { LINE_OUTCOMES, TAKEN_OVER, type LineOutcome } from './statement-match.rules.js';

export class StatementQuery {
  @Uuid({ optional: true, description: 'Where one acts for several households' }) household?: string;
  @Flag({ optional: true, description: 'Book what was found; without it nothing changes' }) apply?: boolean;
}

export class StatementHeadingDto {
  @OneOf(STATEMENT_COLUMNS) column: StatementColumn;
  @Text({ description: 'As it stands in the file' }) heading: string;
}

export class StatementLineDto {
  @Int({ description: 'As a spreadsheet counts' }) row: number;
  @OneOf(LINE_OUTCOMES) outcome: LineOutcome;
  @Day({ optional: true }) bookedOn: string | null;
  @Vnd({ optional: true }) amountVnd: number | null;
  @Vnd({ optional: true, description: 'What should have come' }) awaitedVnd: number | null;
  @Text({ optional: true, description: 'Of the payment or of the sum that the post paid out' }) reference: string | null;
  @Texts({ description: 'As it stands in the file; only of a line that cannot be read' }) cells: string[];
}

export class StatementDto {
  @Flag({ description: 'What was found is booked' }) applied: boolean;
  @Int({ description: 'Lines that are, or would be, booked' }) found: number;
  @ListOf(() => StatementHeadingDto) headings: StatementHeadingDto[];
  @ListOf(() => StatementLineDto, { max: 5000 }) lines: StatementLineDto[];
}

export function toStatementDto({ headings, lines }: ImportedStatement, applied: boolean): StatementDto {
  return {
    applied,
    found: lines.filter(({ outcome }) => TAKEN_OVER.includes(outcome)).length,
    headings: STATEMENT_COLUMNS.flatMap((column) => (headings[column] === undefined ? [] : [{ column, heading: headings[column] }])),
    lines: lines.map(toLineDto),
  };
}

function toLineDto({ line, outcome, awaitedVnd, reference }: ImportedLine): StatementLineDto {
  const read = line.read.kind === 'in' ? line.read : null;
  return {
    row: line.row,
    outcome,
    bookedOn: read?.bookedOn ?? null,
    amountVnd: read?.amountVnd ?? null,
    awaitedVnd,
    reference,
    cells: outcome === 'bad' ? line.cells.map((cell) => cell.slice(0, 200)) : [],
  };
}
