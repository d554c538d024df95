import { fold } from '@choxa/standards';

/** What is read of a bank's export. `credit` is money in; `amount` is signed, where a bank has one column for both. */
export const STATEMENT_COLUMNS = ['date', 'text', 'credit', 'debit', 'amount'] as const;
export type StatementColumn = (typeof STATEMENT_COLUMNS)[number];

export type ColumnMap = Partial<Record<StatementColumn, number>>;

// As the exports of Vietnamese banks head their columns, folded; the earlier word of a list wins.
const HEADS: Record<StatementColumn, readonly string[]> = {
  date: [
    'ngay giao dich',
    'ngay gd',
    'ngay hach toan',
    'ngay hieu luc',
    'thoi gian',
    'ngay',
    'transaction date',
    'posting date',
    'value date',
    'date',
  ],
  text: ['noi dung', 'mo ta', 'dien giai', 'chi tiet', 'ghi chu', 'description', 'details', 'remark', 'narrative', 'content'],
  credit: ['so tien ghi co', 'phat sinh co', 'ghi co', 'tien vao', 'so tien vao', 'co', 'credit', 'deposit', 'money in', 'amount in'],
  amount: ['so tien', 'gia tri', 'amount', 'transaction amount'],
  debit: ['so tien ghi no', 'phat sinh no', 'ghi no', 'tien ra', 'so tien ra', 'no', 'debit', 'withdrawal', 'money out', 'amount out'],
};

/** Where the columns stand in a row of headings; null where the row does not head a statement. Words in brackets and after `/` are other names. */
export function readHeadings(cells: readonly string[]): ColumnMap | null {
  const names = cells.map((cell) =>
    cell.split(/[/|()\n]/).map((part) =>
      fold(part)
        .replace(/[^a-z0-9]+/g, ' ')
        .trim(),
    ),
  );
  const map: ColumnMap = {};
  for (const column of STATEMENT_COLUMNS) {
    const at = placeOf(HEADS[column], names, new Set(Object.values(map)));
    if (at !== undefined) map[column] = at;
  }
  return map.date !== undefined && map.text !== undefined && (map.credit ?? map.amount) !== undefined ? map : null;
}

/** The exact heading first, then one that begins with the word (`Số tiền ghi có (VND)`). */
function placeOf(heads: readonly string[], names: readonly string[][], taken: ReadonlySet<number>): number | undefined {
  for (const fits of [(name: string, head: string) => name === head, (name: string, head: string) => name.startsWith(`${head} `)])
    for (const head of heads) {
      const at = names.findIndex((parts, index) => !taken.has(index) && parts.some((name) => fits(name, head)));
      if (at !== -1) return at;
    }
  return undefined;
}
