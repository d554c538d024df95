import { csvCell, csvLine } from './csv.js';

describe('a cell of a CSV file', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['+84 tấn', "'+84 tấn"],
    ['-1', "'-1"],
    ['  =1+1', "  '=1+1"],
    ['＝1+1', "'＝1+1"],
    ['＠SUM(A1)', "'＠SUM(A1)"],
    ['\t=1+1', `"\t'=1+1"`],
    ['\r\n=1+1', `"\r\n'=1+1"`],
    ['Trà; =1+1', `"Trà; '=1+1"`],
    ['Trà;=HYPERLINK("http://x","y")', `"Trà;'=HYPERLINK(""http://x"",""y"")"`],
  ])('makes %j inert', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });

  it.each([
    ['so "một", hai', '"so ""một"", hai"'],
    ['hai\ndòng', '"hai\ndòng"'],
    ['Gạo - nếp', 'Gạo - nếp'],
    ['00123', '00123'],
    ['', ''],
  ])('says %j as it is', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });

  it('is one of a line', () => {
    expect(csvLine(['Gạo', '', 'a,b', '=1'])).toBe(`Gạo,,"a,b",'=1\r\n`);
  });
});
