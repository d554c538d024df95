import { formatDay, formatVnd, toLocalTimestamp } from '@choxa/standards';
import { printed, type PageSize, type Sheet } from '../../printing/sheet.js';

export interface ReceiptLine {
  number: string;
  /** Commune and province. */
  to: string;
  /** As weighed. */
  weightGrams: number;
  /** Null where no price covers the way. */
  postageVnd: number | null;
  codVnd: number;
}

/** What somebody handed over together, as they take it home on paper. */
export interface Receipt {
  /** Short enough to be read out. */
  code: string;
  operatorName: string;
  officeName: string;
  officePlace: string;
  takenAt: Date;
  /** Null for parcels taken before that was kept. */
  takenBy: string | null;
  sender: { name: string; phone: string; place: string };
  lines: ReceiptLine[];
  /** Postage paid in cash at the counter. */
  paidVnd: number;
}

interface Page {
  receipt: Receipt;
  lines: ReceiptLine[];
  /** From 1. */
  page: number;
  pages: number;
}

const A5: PageSize = { width: 148, height: 210 };
const MARGIN = 10;
const WIDTH = A5.width - 2 * MARGIN;
const LINES_A_PAGE = 9;
const LINE_HEIGHT = 10;
const TABLE_TOP = 68;
/** Left edge and width of the columns, in millimetres. */
const COLUMNS = {
  number: { x: MARGIN, width: 62 },
  weight: { x: 74, width: 18 },
  postage: { x: 93, width: 21 },
  cod: { x: 115, width: 23 },
};

/** A PDF of A5 pages, a receipt on one or several of them. `link`: where everybody may follow a parcel. */
export function receiptsPdf(receipts: readonly Receipt[], link: string, madeAt: Date): Promise<Buffer> {
  return printed(
    `Biên nhận ${receipts.length}`,
    madeAt,
    receipts.flatMap(pagesOf),
    () => A5,
    (sheet, page) => drawPage(sheet, page, link),
  );
}

function pagesOf(receipt: Receipt): Page[] {
  const pages = Math.ceil(receipt.lines.length / LINES_A_PAGE);
  return Array.from({ length: pages }, (_, index) => ({
    receipt,
    lines: receipt.lines.slice(index * LINES_A_PAGE, (index + 1) * LINES_A_PAGE),
    page: index + 1,
    pages,
  }));
}

function drawPage(sheet: Sheet, page: Page, link: string): void {
  const { receipt } = page;
  drawHead(sheet, page);
  sheet.rule(MARGIN, TABLE_TOP - 3, WIDTH);
  drawTitles(sheet);
  const bottom = page.lines.reduce((y, line) => drawLine(sheet, line, y), TABLE_TOP + 9);
  sheet.rule(MARGIN, bottom, WIDTH);
  if (page.page === page.pages) drawSums(sheet, receipt, bottom + 3);
  sheet.text(`Tra cứu / Follow: ${link}`, { x: MARGIN, y: A5.height - 17, width: WIDTH, size: 3 });
  sheet.text('Giữ biên nhận này để tra cứu và khiếu nại. / Keep this receipt to follow your parcels and to complain.', {
    x: MARGIN,
    y: A5.height - 12,
    width: WIDTH,
    size: 2.8,
  });
}

function drawHead(sheet: Sheet, { receipt, page, pages }: Page): void {
  const { sender } = receipt;
  const row = (y: number, words: string, bold = false) =>
    sheet.text(words, { x: MARGIN, y, width: WIDTH, size: 3.4, font: bold ? 'bold' : 'regular' });
  sheet.text(receipt.operatorName, { x: MARGIN, y: 10, width: WIDTH - 40, size: 4, font: 'bold' });
  sheet.text(pages > 1 ? `${receipt.code} · ${page}/${pages}` : receipt.code, {
    x: A5.width - MARGIN - 38,
    y: 10,
    width: 38,
    size: 4,
    align: 'right',
  });
  row(16, `${receipt.officeName} · ${receipt.officePlace}`);
  sheet.text('BIÊN NHẬN BƯU GỬI', { x: MARGIN, y: 24, width: WIDTH, size: 6.5, font: 'bold', align: 'center' });
  sheet.text('Receipt of parcels handed over', { x: MARGIN, y: 32.5, width: WIDTH, size: 3.4, align: 'center' });
  row(40, `Người gửi / Sender: ${sender.name} · ${sender.phone}`, true);
  row(46, sender.place);
  row(52, `Nhận lúc / Taken at: ${moment(receipt.takenAt)}`);
  if (receipt.takenBy) row(58, `Giao dịch viên / Clerk: ${receipt.takenBy}`);
}

function drawTitles(sheet: Sheet): void {
  const title = (column: keyof typeof COLUMNS, vi: string, en: string) => {
    const align = column === 'number' ? 'left' : 'right';
    sheet.text(vi, { ...COLUMNS[column], y: TABLE_TOP - 1, size: 3.2, font: 'bold', align });
    sheet.text(en, { ...COLUMNS[column], y: TABLE_TOP + 3, size: 2.8, align });
  };
  title('number', 'Số hiệu, nơi đến', 'Number, destination');
  title('weight', 'Gam', 'Grams');
  title('postage', 'Cước', 'Postage');
  title('cod', 'Thu hộ', 'Cash to collect');
}

/** Draws one line at `y` and answers where the next one begins. */
function drawLine(sheet: Sheet, line: ReceiptLine, y: number): number {
  sheet.text(line.number, { ...COLUMNS.number, y, size: 3.6, font: 'bold' });
  sheet.text(line.to, { ...COLUMNS.number, y: y + 4.4, size: 2.9 });
  const figure = (column: keyof typeof COLUMNS, words: string) => sheet.text(words, { ...COLUMNS[column], y, size: 3.6, align: 'right' });
  figure('weight', String(line.weightGrams));
  figure('postage', line.postageVnd === null ? '–' : formatVnd(line.postageVnd));
  figure('cod', line.codVnd ? formatVnd(line.codVnd) : '–');
  return y + LINE_HEIGHT;
}

function drawSums(sheet: Sheet, { lines, paidVnd }: Receipt, top: number): void {
  const sum = (of: (line: ReceiptLine) => number) => lines.reduce((total, line) => total + of(line), 0);
  const rows: [words: string, amount: string][] = [
    ['Số bưu gửi / Parcels', String(lines.length)],
    ['Tổng cước / Postage in all', formatVnd(sum(({ postageVnd }) => postageVnd ?? 0))],
    ['Đã trả tiền mặt tại quầy / Paid in cash at the counter', formatVnd(paidVnd)],
    ['Tổng tiền thu hộ / Cash to collect in all', formatVnd(sum(({ codVnd }) => codVnd))],
  ];
  for (const [index, [words, amount]] of rows.entries()) {
    const y = top + index * 5;
    sheet.text(words, { x: MARGIN, y, width: WIDTH - 40, size: 3.4 });
    sheet.text(amount, { x: A5.width - MARGIN - 38, y, width: 38, size: 3.4, font: 'bold', align: 'right' });
  }
}

/** Local time as people read it: 08:05 16/11/2026. */
function moment(at: Date): string {
  const local = toLocalTimestamp(at);
  return `${local.slice(11, 16)} ${formatDay(local.slice(0, 10))}`;
}
