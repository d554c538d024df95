import { readSheet } from 'read-excel-file/node';
import { Workshop } from '../background/workshop.js';
import { Spreadsheets } from './spreadsheets.js';

describe('a workbook', () => {
  const workshop = new Workshop();
  const spreadsheets = new Spreadsheets(workshop);
  afterAll(() => workshop.onApplicationShutdown());

  it('keeps every row of every sheet in its place, however many go over at once', async () => {
    const rows = Array.from({ length: 1201 }, (_, index) => [index, `dòng ${index}`]);
    const bytes = await spreadsheets.workbook(
      { name: 'Một', widths: [10, 20], stickyRows: 1, rows: [['Số', { value: 'Chữ', bold: true, wrap: true }], ...rows] },
      { name: 'Hai', widths: [10], rows: [['00123'], ['=1+1'], ['', null, 7]] },
    );
    expect(await readSheet(bytes, 'Một')).toEqual([['Số', 'Chữ'], ...rows]);
    expect(await readSheet(bytes, 'Hai')).toEqual([
      ['00123', null, null],
      ['=1+1', null, null],
      [null, null, 7],
    ]);
  });
});
