import { Spreadsheets, Workshop } from '@choxa/platform';
import { TABLE_FIELDS, tableRows, type HeldRecognition } from './recognition-table.rules.js';

const line = (more: Partial<HeldRecognition> = {}): HeldRecognition => ({
  productId: 'p1',
  productName: 'Trà hoa vàng',
  setCode: '13',
  householdName: 'Hộ Sáu Ánh',
  communeCode: '00169',
  communeName: 'Xã Mẫu',
  provinceName: 'Hà Nội',
  stars: 4,
  decisionNumber: '12/QĐ-UBND',
  decisionDate: '2024-03-15',
  authority: 'UBND TP Hà Nội',
  issuingLevel: 'province',
  setNamed: null,
  expiresOn: '2027-03-15',
  ...more,
});
const csv = async (...lines: HeldRecognition[]) =>
  String(await new Spreadsheets(new Workshop()).csv(tableRows({ quarter: '2026-Q3', asOf: '2026-09-30', lines })));

describe('the table of recognitions', () => {
  it('has the ministry’s fields under its names, in front, and marks every other as ours', () => {
    expect(TABLE_FIELDS.filter(({ ministry }) => ministry).map(({ name }) => name)).toEqual([
      'Ma_DonViHanhChinh',
      'Ma_ThoiGian',
      'ChuTheSXKD',
      'XepHang',
    ]);
    expect(TABLE_FIELDS.slice(4).every(({ name, ministry }) => !ministry && name.startsWith('ChoXa_'))).toBe(true);
  });

  it('keeps the zeros of a code, the marks of a name and an empty cell', async () => {
    const [head, row, end] = (await csv(line())).split('\r\n');
    expect(head).toMatch(/^\uFEFFMa_DonViHanhChinh,Ma_ThoiGian,ChuTheSXKD,XepHang,ChoXa_/);
    expect(row).toMatch(/^00169,2026-Q3,Hộ Sáu Ánh,4,Trà hoa vàng,p1,/);
    expect(row).toContain(',,12/QĐ-UBND,2024-03-15,');
    expect(end).toBe('');
  });

  it('makes nothing a formula', async () => {
    expect(await csv(line({ productName: 'Trà;=HYPERLINK("x")' }))).toContain(`,4,"Trà;'=HYPERLINK(""x"")",p1,`);
  });
});
