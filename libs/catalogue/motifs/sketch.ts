import { fold } from '@choxa/standards';

/** A point or size in the picture's own units: 1200 wide, 900 high. */
export interface Sketch {
  /** Next number in [0, 1), the same sequence for the same seed. */
  random: () => number;
  /** Whether the seed, usually a product's name, has one of these words (written without marks). */
  says: (...words: string[]) => boolean;
  between: (from: number, to: number) => number;
  pick: <T>(choices: readonly T[]) => T;
  /** Registers a gradient and answers the paint that uses it. */
  across: (...stops: Stop[]) => string;
  down: (...stops: Stop[]) => string;
  /** Light falling on something round, from the upper left. */
  round: (light: string, body: string, shade: string) => string;
  /** Keeps `inside` within `outline` (path data). */
  clip: (outline: string, inside: string) => string;
  defs: string[];
}

type Stop = string | readonly [colour: string, offset: number, opacity?: number];

/** The same words always give the same picture: FNV-1a over the text, then mulberry32. */
export function sketch(seed: string): Sketch {
  let state = hash(seed);
  const name = ` ${fold(seed).replace(/[^a-z0-9]+/g, ' ')} `;
  const prefix = `m${state.toString(36)}`;
  const defs: string[] = [];
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const define = (make: (id: string) => string) => {
    const id = `${prefix}-${defs.length}`;
    defs.push(make(id));
    return `url(#${id})`;
  };
  const stops = (list: Stop[]) =>
    list
      .map((stop, index) => {
        const [colour, offset, opacity] = typeof stop === 'string' ? [stop, list.length > 1 ? index / (list.length - 1) : 0] : stop;
        return `<stop offset="${n(offset)}" stop-color="${colour}"${opacity === undefined ? '' : ` stop-opacity="${opacity}"`}/>`;
      })
      .join('');
  return {
    random,
    says: (...words) => words.some((word) => name.includes(` ${word} `)),
    between: (from, to) => from + (to - from) * random(),
    pick: (choices) => choices[Math.floor(random() * choices.length)]!,
    across: (...list) => define((id) => `<linearGradient id="${id}">${stops(list)}</linearGradient>`),
    down: (...list) => define((id) => `<linearGradient id="${id}" x2="0" y2="1">${stops(list)}</linearGradient>`),
    round: (light, body, shade) =>
      define(
        (id) =>
          `<radialGradient id="${id}" cx=".36" cy=".3" r=".8">${stops([
            [light, 0],
            [body, 0.45],
            [shade, 1],
          ])}</radialGradient>`,
      ),
    clip: (outline, inside) => `<g clip-path="${define((id) => `<clipPath id="${id}"><path d="${outline}"/></clipPath>`)}">${inside}</g>`,
    defs,
  };
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const letter of text) value = Math.imul(value ^ letter.codePointAt(0)!, 0x01000193) >>> 0;
  return value;
}

/** A number as short as a drawing needs it. */
export const n = (value: number): string => String(Math.round(value * 10) / 10);

export const path = (d: string, fill: string, more = ''): string => `<path d="${d}" fill="${fill}"${more && ` ${more}`}/>`;
export const line = (d: string, stroke: string, width: number, more = ''): string =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${n(width)}" stroke-linecap="round" stroke-linejoin="round"${more && ` ${more}`}/>`;
export const disc = (x: number, y: number, r: number, fill: string, more = ''): string =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${fill}"${more && ` ${more}`}/>`;
export const oval = (x: number, y: number, rx: number, ry: number, fill: string, more = ''): string =>
  `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}"${more && ` ${more}`}/>`;
export const box = (x: number, y: number, w: number, h: number, r: number, fill: string, more = ''): string =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" rx="${n(r)}" fill="${fill}"${more && ` ${more}`}/>`;
/** Moves, turns (degrees) and scales a drawing made around 0,0. */
export const at = (x: number, y: number, drawing: string, turn = 0, scale = 1): string =>
  `<g transform="translate(${n(x)} ${n(y)})${turn ? ` rotate(${n(turn)})` : ''}${scale === 1 ? '' : ` scale(${Math.round(scale * 100) / 100})`}">${drawing}</g>`;
export const times = (count: number, draw: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => draw(index)).join('');
