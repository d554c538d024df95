/** What people print on: two sizes of roll for label printers, and the A4 sheet of 3 × 8 stickers of 70 × 37 mm any office printer takes. */
export const LABEL_FORMATS = ['roll-50x30', 'roll-100x50', 'a4'] as const;
export type LabelFormatName = (typeof LABEL_FORMATS)[number];

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Area extends Size {
  readonly x: number;
  readonly y: number;
}

/** What a text area holds: the product's name; net content, lot and dates; producer and place. */
export type TextGroup = 'name' | 'facts' | 'maker';

export interface TextArea {
  readonly area: Area;
  readonly holds: readonly TextGroup[];
  /** Type sizes of plain text between which to choose. */
  readonly largest: number;
  readonly smallest: number;
}

/** A label and the page it is printed on. All lengths in millimetres, `y` downwards. */
export interface LabelFormat {
  readonly label: Size;
  readonly page: Size;
  readonly columns: number;
  readonly rows: number;
  /** Upper left corner of the first label on the page. */
  readonly first: { readonly x: number; readonly y: number };
  /** Widest QR code, in modules with its quiet zone, that may have the stronger error correction: a wider one would take the texts' room. */
  readonly strongQr: number;
  /** The size of a QR module that suits a code so many modules wide, quiet zone included. */
  readonly qrModule: (modules: number) => number;
  /** Where things stand around a QR code of a width. Bars are as high as the room below `bars.y` allows. */
  readonly areas: (qrSide: number) => { readonly texts: readonly TextArea[]; readonly bars: Area; readonly qr: { x: number; y: number } };
}

/** GS1: X of a retail QR code is 0.396 mm or more (domain.md §3). */
const QR_MODULE = 0.396;
/** 11X + 95X + 7X at X = 0.330 mm: EAN-13 at 100 %, in every format. */
const EAN_WIDTH = 37.29;
/** Bars of 22.85 mm and the digits below. */
const EAN_HEIGHT = 25.91;
/** Four points: the smallest type anybody should have to read on a pack. */
const SMALLEST = 1.411;

// Too small for full bars and a QR code: the bars keep their width and lose height, which GS1 allows where there is no room.
const ROLL_50X30: LabelFormat = {
  label: { width: 50, height: 30 },
  page: { width: 50, height: 30 },
  columns: 1,
  rows: 1,
  first: { x: 0, y: 0 },
  strongQr: 41,
  // Bars, digits and the words beside an internal number take 12 mm at least.
  qrModule: (modules) => Math.min(QR_MODULE, 17 / modules),
  areas: (qrSide) => ({
    texts: [
      {
        area: { x: 1.2, y: 0.7, width: 47.4 - qrSide, height: qrSide },
        holds: ['name', 'facts', 'maker'],
        largest: 2.3,
        smallest: SMALLEST,
      },
    ],
    qr: { x: 49.4 - qrSide, y: 0.5 },
    bars: { x: 1, y: qrSide + 0.9, width: EAN_WIDTH, height: 28.7 - qrSide },
  }),
};

const ROLL_100X50: LabelFormat = {
  label: { width: 100, height: 50 },
  page: { width: 100, height: 50 },
  columns: 1,
  rows: 1,
  first: { x: 0, y: 0 },
  strongQr: Infinity,
  qrModule: (modules) => Math.min(0.66, EAN_HEIGHT / modules),
  areas: (qrSide) => ({
    texts: [
      { area: { x: 2, y: 1.5, width: 96, height: 20 }, holds: ['name', 'maker'], largest: 4.2, smallest: SMALLEST },
      {
        area: { x: EAN_WIDTH + 1.5, y: 23.2, width: 97 - EAN_WIDTH - qrSide, height: EAN_HEIGHT },
        holds: ['facts'],
        largest: 2.9,
        smallest: SMALLEST,
      },
    ],
    qr: { x: 99 - qrSide, y: 23.2 },
    bars: { x: 1, y: 23.2, width: EAN_WIDTH, height: EAN_HEIGHT },
  }),
};

// Stickers reach to the edge of the sheet, where office printers leave 3–4 mm white: nothing stands there.
const A4: LabelFormat = {
  label: { width: 70, height: 37 },
  page: { width: 210, height: 297 },
  columns: 3,
  rows: 8,
  first: { x: 0, y: 0.5 },
  strongQr: 41,
  qrModule: (modules) => Math.min(QR_MODULE, 19.8 / modules),
  areas: (qrSide) => ({
    texts: [
      { area: { x: 4, y: 2.9, width: 62, height: 4.5 }, holds: ['name'], largest: 2.5, smallest: SMALLEST },
      {
        area: { x: 41, y: 7.7 + qrSide, width: 25, height: 25.8 - qrSide },
        holds: ['facts', 'maker'],
        largest: 2.1,
        smallest: SMALLEST,
      },
    ],
    qr: { x: 66 - qrSide, y: 7.5 },
    bars: { x: 3.2, y: 7.5, width: EAN_WIDTH, height: EAN_HEIGHT },
  }),
};

export const LABEL_FORMAT: Readonly<Record<LabelFormatName, LabelFormat>> = {
  'roll-50x30': ROLL_50X30,
  'roll-100x50': ROLL_100X50,
  a4: A4,
};
