import { formatVnd } from '@choxa/standards';
import { code128Boxes, qrBoxes } from '../../printing/bars.js';
import { printed, type PageSize, type Sheet } from '../../printing/sheet.js';

/** A6, and the usual roll of label printers. */
export const SHIPPING_LABEL_SIZE = {
  a6: { width: 105, height: 148 },
  '100x150': { width: 100, height: 150 },
} as const satisfies Record<string, PageSize>;
export type ShippingLabelFormat = keyof typeof SHIPPING_LABEL_SIZE;
export const SHIPPING_LABEL_FORMATS = Object.keys(SHIPPING_LABEL_SIZE) as ShippingLabelFormat[];

interface LabelParty {
  name: string;
  /** As it may stand on the outside. */
  phone: string;
  street: string;
  place: string;
}

/** What stands on the outside of a parcel. */
export interface ShippingLabel {
  number: string;
  operatorName: string;
  /** Page on which everybody may follow the parcel. */
  link: string;
  /** Where it is sorted to. */
  sortCode: string;
  deliveryOfficeName: string;
  /** Five digits; null where it is not known. */
  postcode: string | null;
  sender: LabelParty;
  recipient: LabelParty;
  codVnd: number;
  /** The recipient may look at the goods before paying. */
  inspection: boolean;
  gift: boolean;
  /** Kept at the counter of the delivery office. */
  atCounter: boolean;
  weightGrams: number;
  /** Local day, `YYYY-MM-DD`. */
  promisedOn: string | null;
}

const MARGIN = 5;
/** Logistics (domain.md §3): X 0.495 mm and ten modules of white on both sides. */
const BAR_MODULE = 0.495;
const BAR_HEIGHT = 20;
const QR_SIDE = 28;

/** A PDF with one label a page. */
export function shippingLabelsPdf(labels: readonly ShippingLabel[], format: ShippingLabelFormat, madeAt: Date): Promise<Buffer> {
  const size = SHIPPING_LABEL_SIZE[format];
  return printed(
    `Nhãn bưu gửi ${labels.length}`,
    madeAt,
    labels,
    () => size,
    (sheet, label) => drawLabel(sheet, label, size),
  );
}

function drawLabel(sheet: Sheet, label: ShippingLabel, { width: pageWidth, height: pageHeight }: PageSize): void {
  const width = pageWidth - 2 * MARGIN;
  const half = width / 2;
  const left = MARGIN;

  sheet.text(label.operatorName, { x: left, y: 4, width: half, size: 3.6, font: 'bold', lines: 2 });
  sheet.text(label.sortCode, { x: left + half, y: 3, width: half, size: 9, font: 'bold', align: 'right' });

  const bars = code128Boxes(label.number);
  sheet.code(bars, (pageWidth - bars.width * BAR_MODULE) / 2, 16, BAR_MODULE, BAR_HEIGHT);
  sheet.text(spaced(label.number), { x: left, y: 37, width, size: 5, font: 'bold', align: 'center' });
  sheet.rule(left, 45, width);

  const aside = pageWidth - MARGIN - QR_SIDE;
  const beside = aside - left - 2;
  sheet.text('NGƯỜI NHẬN / TO', { x: left, y: 47, width: beside, size: 2.8 });
  sheet.text(label.recipient.name, { x: left, y: 51, width: beside, size: 5, font: 'bold' });
  sheet.text(label.recipient.phone, { x: left, y: 58, width: beside, size: 4, font: 'bold' });
  sheet.text(label.recipient.street, { x: left, y: 64, width: beside, size: 3.8, lines: 2 });
  sheet.text(label.recipient.place, { x: left, y: 75, width: beside, size: 4, font: 'bold', lines: 2 });
  const qr = qrBoxes(label.link);
  const module = QR_SIDE / (qr.width + 8);
  sheet.code(qr, aside + 4 * module, 46 + 4 * module, module);
  if (label.postcode) sheet.text(label.postcode, { x: aside - 4, y: 75, width: QR_SIDE + 4, size: 9.5, font: 'bold', align: 'right' });
  sheet.rule(left, 88, width);

  drawCash(sheet, label, left, width);
  drawWishes(sheet, label, left, width);

  sheet.text('NGƯỜI GỬI / FROM', { x: left, y: 119, width, size: 2.8 });
  sheet.text(`${label.sender.name} · ${label.sender.phone}`, { x: left, y: 123, width, size: 3.6, font: 'bold' });
  sheet.text(`${label.sender.street}, ${label.sender.place}`, { x: left, y: 128.5, width, size: 3.2, lines: 2 });
  const promised = label.promisedOn ? ` · hẹn / due ${label.promisedOn.split('-').reverse().join('.')}` : '';
  const foot = `${label.weightGrams} g${promised} · ${label.deliveryOfficeName}`;
  sheet.text(foot, { x: left, y: pageHeight - 8, width, size: 3.2 });
}

function drawCash(sheet: Sheet, { codVnd }: ShippingLabel, left: number, width: number): void {
  sheet.frame(left, 90, width, 14);
  const [words, amount] = codVnd ? ['THU HỘ / COD', formatVnd(codVnd)] : ['KHÔNG THU TIỀN / NO CASH', ''];
  sheet.text(words, { x: left + 2, y: codVnd ? 94.5 : 93.5, width: codVnd ? 28 : width - 4, size: codVnd ? 4 : 5, font: 'bold' });
  if (amount) sheet.text(amount, { x: left + 30, y: 91, width: width - 32, size: 9, font: 'bold', align: 'right' });
}

/** What whoever delivers must know before ringing. */
function drawWishes(sheet: Sheet, { inspection, gift, atCounter, deliveryOfficeName }: ShippingLabel, left: number, width: number): void {
  const wishes = [
    inspection ? 'CHO XEM HÀNG trước khi nhận / may be looked at' : 'KHÔNG CHO XEM HÀNG trước khi nhận / not to be looked at',
    ...(atCounter ? [`GIỮ TẠI QUẦY / keep at counter: ${deliveryOfficeName}`] : []),
    ...(gift ? ['QUÀ TẶNG / gift'] : []),
  ];
  for (const [index, wish] of wishes.entries())
    sheet.text(wish, { x: left, y: 105.5 + index * 4.4, width, size: 3.4, font: index ? 'regular' : 'bold' });
}

/** A number as people read it out: letters and groups of up to four digits. */
function spaced(number: string): string {
  const [, prefix, digits, suffix] = /^([A-Z]*)(\d*)([A-Z]*)$/.exec(number) ?? [];
  return digits ? [prefix, ...digits.match(/\d{1,4}/g)!, suffix].filter(Boolean).join(' ') : number;
}
