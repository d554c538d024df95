import { createHash } from 'node:crypto';
import { aFile, aTable } from './a-file.factory.js';
import { canonicalCsv, hashOf, tableCsv, textCell } from './canonical-csv.rules.js';

describe('the canonical CSV', () => {
  it('is the names of the columns and the rows, numbers as numbers', () => {
    expect(tableCsv(aTable())).toBe(
      'Sản phẩm / Product,Dòng hàng / Lines,Giá trị / Value,Tỷ lệ / Share,Ngày / Day\r\n' +
        'Gạo ST25,3,1234567,66.66,2026-09-30\r\n' +
        'Cà phê Arabica Cầu Đất,1,,,\r\n',
    );
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['+84 tấn', "'+84 tấn"],
    ['-1', "'-1"],
    ['\t=1+1', "'=1+1"],
    ['\r\n=1+1', "'=1+1"],
    ['＝1+1', "'＝1+1"],
    ['Trà; =1+1', `"Trà; '=1+1"`],
    ['Trà;=HYPERLINK("http://x","y")', `"Trà;'=HYPERLINK(""http://x"",""y"")"`],
    ['so "một", hai', '"so ""một"", hai"'],
    ['hai\nlines', 'hai lines'],
    ['Gạo - nếp', 'Gạo - nếp'],
    ['', ''],
  ])('makes a text inert and one line: %j', (text, cell) => {
    expect(textCell(text)).toBe(cell);
  });

  it('keeps a number below zero a number, and makes a text in a column of numbers inert', () => {
    const columns = [{ key: 'growth', titleVi: 'Tăng', titleEn: 'Growth', kind: 'percent' as const }];
    expect(tableCsv({ columns, rows: [{ growth: '-3.20' }, { growth: '-3.20+A1' }] })).toBe("Tăng / Growth\r\n-3.20\r\n'-3.20+A1\r\n");
  });

  it('is hashed in the bytes of its text, the tables of a report one after the other', () => {
    const file = aFile(aTable(), aTable({ rows: [] }));
    expect(hashOf(file)).toBe(
      createHash('sha256')
        .update(Buffer.from(canonicalCsv(file), 'utf8'))
        .digest('hex'),
    );
    expect(hashOf(file)).not.toBe(hashOf(aFile()));
    expect(canonicalCsv(file).split('\r\n\r\n')).toHaveLength(2);
  });
});
