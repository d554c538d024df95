import { csvLine } from '@choxa/standards';
import { meaningOf, type Note, type NoteCode } from './notes.js';
import type { RowPlan } from './row.rules.js';

export const OUTCOMES = ['imported', 'imported_with_gaps', 'already_there', 'refused'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const OUTCOME_NAMES: Readonly<Record<Outcome, readonly [vi: string, en: string]>> = {
  imported: ['đã nhập đủ', 'imported'],
  imported_with_gaps: ['đã nhập, còn thiếu', 'imported with gaps'],
  already_there: ['đã có', 'already there'],
  refused: ['từ chối', 'refused'],
};

/** What became of one row. */
export interface RowResult extends Omit<RowPlan, 'write' | 'gaps' | 'refusal'> {
  outcome: Outcome;
  /** Why refused, what is open, or what was there. */
  notes: readonly Note[];
  /** Address of the product; null where the row was refused. */
  slug: string | null;
}

export interface Summary {
  total: number;
  outcomes: Readonly<Record<Outcome, number>>;
  /** How many rows say what, most first. */
  notes: readonly { code: NoteCode; count: number }[];
  communes: { named: number; resolved: number };
}

/** Adds up; every row counts in exactly one outcome. */
export function summarise(results: readonly RowResult[]): Summary {
  const notes = new Map<NoteCode, number>();
  for (const { code } of results.flatMap((result) => result.notes)) notes.set(code, (notes.get(code) ?? 0) + 1);
  const naming = results.filter((result) => result.commune.named);
  return {
    total: results.length,
    outcomes: Object.fromEntries(
      OUTCOMES.map((outcome) => [outcome, results.filter((result) => result.outcome === outcome).length]),
    ) as Record<Outcome, number>,
    notes: [...notes].map(([code, count]) => ({ code, count })).toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
    communes: { named: naming.length, resolved: naming.filter((result) => result.commune.code !== null).length },
  };
}

/** The summary as printed, Vietnamese and English in each line. */
export function summaryLines(file: string, summary: Summary): string[] {
  const { total, outcomes, notes, communes } = summary;
  const count = (n: number): string => String(n).padStart(7);
  return [
    `${file}: ${total} dòng / rows`,
    ...OUTCOMES.map((outcome) => `${count(outcomes[outcome])}  ${OUTCOME_NAMES[outcome].join(' / ')}`),
    `${count(total)}  cộng / total`,
    ...(notes.length ? ['Trong đó, theo lý do (một dòng có thể có nhiều) / of these, by reason (a row may have several):'] : []),
    ...notes.map(({ code, count: n }) => `${count(n)}  ${code}: ${meaningOf(code).vi} / ${meaningOf(code).en}`),
    `Dòng có nêu xã / rows that name a commune: ${communes.named}; ra đúng một xã ngày nay / exactly one commune of today: ${communes.resolved}${percent(communes)}`,
    'Sản phẩm mới là bản nháp: hộ còn phải thêm ảnh, giá, khối lượng / New products are drafts: their household adds picture, price, net content.',
  ];
}

/** One row as printed. */
export function rowLine({ row, outcome, productName, notes }: RowResult): string {
  return [String(row), outcome, notes.map(({ code }) => code).join(' '), productName].join('\t');
}

/** The report as a CSV file for spreadsheets. */
export function reportCsv(results: readonly RowResult[]): string {
  const header = [
    'row',
    'outcome',
    'codes',
    'columns',
    'reason_vi',
    'reason_en',
    'product_name',
    'producer_name',
    'commune_code',
    'address',
    'source_url',
  ];
  const lines = results.map(({ row, outcome, notes, productName, producerName, commune, slug, sourceUrl }) => [
    String(row),
    outcome,
    notes.map(({ code }) => code).join(' '),
    [...new Set(notes.map(({ column }) => column))].join(' '),
    notes.map(({ vi }) => vi).join('; '),
    notes.map(({ en }) => en).join('; '),
    productName,
    producerName,
    commune.code ?? '',
    slug ? `/san-pham/${slug}` : '',
    sourceUrl,
  ]);
  return `\ufeff${[header, ...lines].map(csvLine).join('')}`;
}

function percent({ named, resolved }: Summary['communes']): string {
  // Cut, not rounded: 99.96 % is not 100 %.
  return named ? ` (${Math.floor((resolved * 1000) / named) / 10} %)` : '';
}
