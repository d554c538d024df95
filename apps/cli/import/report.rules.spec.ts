import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { note } from './notes.js';
import { OUTCOMES, reportCsv, summarise, summaryLines, type RowResult } from './report.rules.js';

const result = (more: Partial<RowResult> = {}): RowResult => ({
  row: 2,
  productName: 'Mật ong',
  producerName: 'HTX Ong',
  sourceUrl: '',
  commune: { named: true, code: '29335' },
  outcome: 'imported',
  notes: [],
  slug: 'mat-ong',
  ...more,
});

describe('the summary', () => {
  it('adds up to the rows, whatever became of them', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...OUTCOMES)), (outcomes) => {
        const summary = summarise(outcomes.map((outcome) => result({ outcome })));
        expect(Object.values(summary.outcomes).reduce((a, b) => a + b, 0)).toBe(outcomes.length);
        expect(summary.total).toBe(outcomes.length);
      }),
    );
  });

  it('counts reasons and communes, and never rounds up to all', () => {
    const gap = result({ outcome: 'imported_with_gaps', notes: [note('price.missing'), note('stars.missing')] });
    const lost = result({ outcome: 'refused', notes: [note('producer.missing')], commune: { named: true, code: null }, slug: null });
    const summary = summarise([
      gap,
      gap,
      lost,
      ...Array.from({ length: 9_996 }, () => result()),
      result({ commune: { named: false, code: null } }),
    ]);
    expect(summary.notes).toEqual([
      { code: 'price.missing', count: 2 },
      { code: 'stars.missing', count: 2 },
      { code: 'producer.missing', count: 1 },
    ]);
    expect(summary.communes).toEqual({ named: 9_999, resolved: 9_998 });
    const printed = summaryLines('list.csv', summary).join('\n');
    expect(printed).toContain('(99.9 %)');
    expect(printed).toContain('producer.missing');
  });
});

describe('the report', () => {
  it('is read back as it was written, row by row', () => {
    const rows = [result({ productName: 'Gạo "Cái quạt mo", loại 1', notes: [note('row.same', '9')] }), result({ row: 3 })];
    const read = parse(reportCsv(rows), { bom: true, columns: true }) as Record<string, string>[];
    expect(read).toMatchObject([
      {
        row: '2',
        product_name: 'Gạo "Cái quạt mo", loại 1',
        codes: 'row.same',
        reason_vi: 'Trùng với dòng 9',
        address: '/san-pham/mat-ong',
      },
      { row: '3', outcome: 'imported', commune_code: '29335' },
    ]);
  });

  it('makes nothing a formula', () => {
    const [row] = parse(reportCsv([result({ productName: '=1+1' })]), { bom: true, columns: true }) as Record<string, string>[];
    expect(row!.product_name).toBe(`'=1+1`);
  });
});
