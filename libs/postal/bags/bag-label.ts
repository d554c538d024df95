import { localDay, parseSscc } from '@choxa/standards';
import { SHIPPING_LABEL_SIZE, type ShippingLabelFormat } from '../parcels/labels/shipping-label.js';
import { code128Boxes, gs1Boxes } from '../printing/bars.js';
import { printed, type PageSize, type Sheet } from '../printing/sheet.js';

interface BagEnd {
  code: string;
  name: string;
}

/** What stands on the outside of a bag. */
export interface BagLabel {
  number: string;
  operatorName: string;
  fromOffice: BagEnd;
  toOffice: BagEnd;
  parcelCount: number;
  weightGrams: number;
  /** Nothing more went in from then on. */
  closedAt: Date;
}

const MARGIN = 5;
/** Logistics (domain.md §3): X 0.495 mm, ten modules of white on both sides, bars at least 31.75 mm high. */
const BAR_MODULE = 0.495;
const BAR_HEIGHT = 32;

/** A PDF of one page. An SSCC is drawn as GS1-128 with its application identifier (00), an own number as plain Code 128. */
export function bagLabelPdf(label: BagLabel, format: ShippingLabelFormat, madeAt: Date): Promise<Buffer> {
  const size = SHIPPING_LABEL_SIZE[format];
  return printed(
    `Nhãn túi ${label.number}`,
    madeAt,
    [label],
    () => size,
    (sheet) => drawLabel(sheet, label, size),
  );
}

function drawLabel(sheet: Sheet, label: BagLabel, { width: pageWidth, height: pageHeight }: PageSize): void {
  const width = pageWidth - 2 * MARGIN;
  const left = MARGIN;
  sheet.text(label.operatorName, { x: left, y: 4, width: width * 0.6, size: 3.6, font: 'bold', lines: 2 });
  sheet.text('TÚI / BAG', { x: left + width * 0.6, y: 4, width: width * 0.4, size: 5, font: 'bold', align: 'right' });

  const isSscc = parseSscc(label.number).ok;
  const bars = isSscc ? gs1Boxes(`(00)${label.number}`) : code128Boxes(label.number);
  sheet.code(bars, (pageWidth - bars.width * BAR_MODULE) / 2, 15, BAR_MODULE, BAR_HEIGHT);
  const read = isSscc ? `(00) ${label.number}` : label.number;
  sheet.text(read, { x: left, y: 48.5, width, size: 5.5, font: 'bold', align: 'center' });
  sheet.rule(left, 57, width);

  sheet.text('TỪ / FROM', { x: left, y: 59, width, size: 2.8 });
  sheet.text(`${label.fromOffice.code} · ${label.fromOffice.name}`, { x: left, y: 63, width, size: 4.4, lines: 2 });
  sheet.rule(left, 75, width);
  sheet.text('ĐẾN / TO', { x: left, y: 77, width, size: 2.8 });
  sheet.text(label.toOffice.code, { x: left, y: 80, width, size: 13, font: 'bold', align: 'center' });
  sheet.text(label.toOffice.name, { x: left, y: 99, width, size: 5.5, font: 'bold', align: 'center', lines: 2 });
  sheet.rule(left, 115, width);

  const third = width / 3;
  const facts = [
    ['SỐ BƯU GỬI / ITEMS', String(label.parcelCount)],
    ['KHỐI LƯỢNG / WEIGHT', `${(label.weightGrams / 1000).toFixed(2).replace('.', ',')} kg`],
    ['NGÀY ĐÓNG / CLOSED', localDay(label.closedAt).split('-').reverse().join('.')],
  ] as const;
  for (const [index, [words, value]] of facts.entries()) {
    sheet.text(words, { x: left + index * third, y: 118, width: third - 1, size: 2.6 });
    sheet.text(value, { x: left + index * third, y: 122, width: third - 1, size: 6, font: 'bold' });
  }
  sheet.text('Quét số túi khi nhận. / Scan the bag on arrival.', { x: left, y: pageHeight - 9, width, size: 3, align: 'center' });
}
