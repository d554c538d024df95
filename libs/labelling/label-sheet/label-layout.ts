import { barcodeSymbology, displayNumber, formatDay, printable, type NumberKind } from '@choxa/standards';
import type { ProducedKind } from '../lots/lot.rules.js';
import { barcodeDrawing } from '../pictures/barcode-drawing.js';
import type { Drawing } from '../pictures/drawing.js';
import { textWidth, type FontName } from '../pictures/font.js';
import { qrDrawing } from '../pictures/qr-drawing.js';
import { ASCENT, fitBlock, LINE_PITCH, type Paragraph } from './fit-text.js';
import { LABEL_FORMAT, type Area, type LabelFormatName, type TextArea, type TextGroup } from './label-format.js';

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

const NAME_SCALE = 1.3;

/**
 * Places everything of a label in millimetres: texts, EAN bars at 100 % and a QR code, each with its quiet zone. Pure. A 14-digit number of an
 * outer case is too wide for bars here and stands as digits.
 */
export function layoutLabel(content: LabelContent, formatName: LabelFormatName): LabelLayout {
  const format = LABEL_FORMAT[formatName];
  const strong = qrDrawing(content.link);
  const drawing = strong.width <= format.strongQr ? strong : qrDrawing(content.link, 'L');
  const moduleMm = format.qrModule(drawing.width);
  const { texts, bars, qr } = format.areas(drawing.width * moduleMm);
  const number = placeNumber(content.barcode.number14, bars);
  return {
    ...format.label,
    texts: [...texts.flatMap((area) => placeTexts(content, area)), ...number.texts],
    drawings: [{ drawing, moduleMm, ...qr }, ...number.drawings],
  };
}

function placeNumber(number14: string, area: Area): Pick<LabelLayout, 'texts' | 'drawings'> {
  if (barcodeSymbology(number14) !== 'itf14') {
    const { moduleMm } = barcodeDrawing(number14);
    return { texts: [], drawings: [{ drawing: barcodeDrawing(number14, area.height / moduleMm), moduleMm, x: area.x, y: area.y }] };
  }
  const text = `GTIN ${displayNumber(number14)}`;
  const size = Math.min(2.8, area.width / textWidth(text, 1));
  return { texts: [{ text, font: 'regular', x: area.x + 0.5, baseline: area.y + area.height / 2, size }], drawings: [] };
}

interface Line extends Paragraph {
  readonly font: FontName;
}

function placeTexts(content: LabelContent, { area, holds, largest, smallest }: TextArea): PlacedText[] {
  const lines = holds.flatMap((group) => GROUPS[group](content)).filter(({ text }) => text);
  let top = area.y;
  return fitBlock(lines, { ...area, largest, smallest }).flatMap((paragraph, i) => {
    const { size } = paragraph;
    const placed = paragraph.lines.map((text, line) => ({
      text,
      font: lines[i]!.font,
      x: area.x,
      baseline: top + size * (ASCENT + line * LINE_PITCH),
      size,
    }));
    top += paragraph.lines.length * size * LINE_PITCH;
    return placed;
  });
}

const GROUPS: Readonly<Record<TextGroup, (content: LabelContent) => Line[]>> = {
  name: ({ productName }) => [line(productName, { font: 'bold', scale: NAME_SCALE, mayBeCut: true })],
  facts: ({ netContent, lot }) => [
    line([netContent, lot && `Lô ${lot.code}`].filter(Boolean).join(' · ')),
    line(lot ? `${lot.producedKind === 'harvest' ? 'Thu hoạch' : 'NSX'} ${formatDay(lot.producedOn)}` : ''),
    line(lot?.expiresOn ? `HSD ${formatDay(lot.expiresOn)}` : ''),
  ],
  maker: ({ producerName, place }) => [line(producerName, { mayBeCut: true }), line(place, { mayBeCut: true })],
};

function line(text: string, { font = 'regular', scale = 1, mayBeCut = false }: Partial<Omit<Line, 'text' | 'widthOf'>> = {}): Line {
  return { text: printable(text).trim(), font, scale, mayBeCut, widthOf: (part, size) => textWidth(part, size, font) };
}
