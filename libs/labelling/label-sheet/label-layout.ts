import { barcodeSymbology, displayNumber, formatDay, type NumberKind } from '@choxa/standards';
import type { ProducedKind } from '../lots/lot.rules.js';
import { barcodeDrawing } from '../pictures/barcode-drawing.js';
import type { Drawing } from '../pictures/drawing.js';
import { printable, type FontName } from '../pictures/font.js';
import { qrDrawing } from '../pictures/qr-drawing.js';
import { ASCENT, fitText, heightOf, LINE_PITCH, type Box } from './fit-text.js';

/** What is printed on one label. */
export interface LabelContent {
  readonly productName: string;
  /** As buyers read it: `500 g`. */
  readonly netContent: string;
  readonly producerName: string;
  /** Commune and province. */
  readonly place: string;
  readonly barcode: { readonly kind: NumberKind; readonly number14: string };
  /** What the QR code says. */
  readonly link: string;
  readonly lot: {
    readonly code: string;
    readonly producedOn: string;
    readonly producedKind: ProducedKind;
    readonly expiresOn: string | null;
  } | null;
}

/** A line of text; `x` is its left end, `baseline` its feet. Millimetres. */
export interface PlacedText {
  readonly text: string;
  readonly font: FontName;
  readonly x: number;
  readonly baseline: number;
  readonly size: number;
}

/** A code, with its quiet zone, its upper left corner at `x`, `y`. Millimetres. */
export interface PlacedDrawing {
  readonly drawing: Drawing;
  readonly x: number;
  readonly y: number;
  readonly moduleMm: number;
}

export interface LabelLayout {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PlacedText[];
  readonly drawings: readonly PlacedDrawing[];
}

/** The roll label of label printers. */
export const LABEL_MM = { width: 50, height: 30 } as const;

const MARGIN = 1;
const INNER = LABEL_MM.width - 2 * MARGIN;
const POINT = 25.4 / 72;
/** Top of the codes; text stands above. */
const CODES_TOP = 11.6;
const CODES_HEIGHT = LABEL_MM.height - CODES_TOP - 0.4;
// GS1: EAN-13 may be printed from 80 % (X 0.264 mm) to 200 %; a retail QR has X ≥ 0.396 mm (domain.md §3).
const EAN_MODULE = { smallest: 0.264, usual: 0.33 } as const;
const QR_MODULE = 0.396;
const GAP = 0.15;

const NAME: Box = { width: INNER, height: 4.3, maxLines: 2, largest: 8 * POINT, smallest: 5 * POINT };
const LINE: Box = { width: INNER, height: 2.08, maxLines: 1, largest: 4.9 * POINT, smallest: 4 * POINT };
/**
 * Places everything of a 50 × 30 mm label in millimetres: name, content with lot and dates, producer, place; below them the bars left and the
 * QR code right. Pure. A 14-digit number of an outer case is too wide for bars here and stands as digits.
 *
 * @param widthOf width of a text in a font at a size, in the unit of the size
 */
export function layoutLabel(content: LabelContent, widthOf: (text: string, font: FontName, size: number) => number): LabelLayout {
  const texts: PlacedText[] = [];
  let top = 0.75;
  const place = (text: string, font: FontName, box: Box): void => {
    const { size, lines } = fitText(printable(text), box, (line, at) => widthOf(line, font, at));
    lines.forEach((line, i) => texts.push({ text: line, font, x: MARGIN, baseline: top + size * (ASCENT + i * LINE_PITCH), size }));
    top += box === LINE ? box.height : heightOf(lines.length, size);
  };
  place(content.productName, 'bold', NAME);
  for (const line of [contentLine(content), content.producerName, content.place]) place(line, 'regular', LINE);

  const qr = placeQr(content.link);
  const drawings: PlacedDrawing[] = [qr];
  const left = INNER - qr.drawing.width * qr.moduleMm - GAP;
  const { number14 } = content.barcode;
  if (barcodeSymbology(number14) === 'itf14') {
    const text = `GTIN ${displayNumber(number14)}`;
    const { size } = fitText(text, { ...LINE, width: left, largest: 8 * POINT }, (line, at) => widthOf(line, 'regular', at));
    texts.push({ text, font: 'regular', x: MARGIN, baseline: CODES_TOP + CODES_HEIGHT / 2, size });
  } else drawings.push(placeBars(number14, left));
  return { ...LABEL_MM, texts, drawings };
}

function contentLine({ netContent, lot }: LabelContent): string {
  const dates = lot
    ? [
        `Lô ${lot.code}`,
        `${lot.producedKind === 'harvest' ? 'Thu hoạch' : 'NSX'} ${formatDay(lot.producedOn)}`,
        lot.expiresOn && `HSD ${formatDay(lot.expiresOn)}`,
      ]
    : [];
  return [netContent, ...dates].filter(Boolean).join(' · ');
}

/** At full module size where it has room, with less error correction before smaller modules. */
function placeQr(link: string): PlacedDrawing {
  const fits = (drawing: Drawing): boolean => drawing.width * QR_MODULE <= CODES_HEIGHT;
  const strong = qrDrawing(link);
  const drawing = fits(strong) ? strong : qrDrawing(link, 'L');
  const moduleMm = Math.min(QR_MODULE, CODES_HEIGHT / drawing.width);
  const side = drawing.width * moduleMm;
  return { drawing, moduleMm, x: LABEL_MM.width - MARGIN - side, y: CODES_TOP + (CODES_HEIGHT - side) / 2 };
}

function placeBars(number14: string, room: number): PlacedDrawing {
  const { width } = barcodeDrawing(number14);
  const moduleMm = Math.max(EAN_MODULE.smallest, Math.min(EAN_MODULE.usual, room / width));
  const drawing = barcodeDrawing(number14, CODES_HEIGHT / moduleMm);
  return { drawing, moduleMm, x: MARGIN, y: CODES_TOP };
}
