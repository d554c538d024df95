/** A picture before it becomes SVG, PNG or part of a label sheet. All lengths in modules (X); black on white. */
export interface Drawing {
  /** With the quiet zones. */
  readonly width: number;
  readonly height: number;
  /** Millimetres of one module at 100 %. */
  readonly moduleMm: number;
  /** Pixels of one module in a PNG: even, so that bars of 2.5 modules end on a pixel. */
  readonly modulePixels: number;
  readonly bars: readonly Bar[];
  readonly texts: readonly DrawnText[];
}

export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** `x` is the middle of the text. */
export interface DrawnText {
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly size: number;
}
