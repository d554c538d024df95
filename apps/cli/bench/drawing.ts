import bwipjs from 'bwip-js/node';
import { barcodeDrawing, gs1128Drawing, qrDrawing, toSvg } from '@choxa/labelling';
import { gtinFromPrefix, toNumber14 } from '@choxa/standards';
import { joined, jobLine, type JobLine, type Run } from './figures.js';

export const DRAWING_JOB = 'label-drawing';

/** Own and bare drawing take turns this often, so that whatever else the machine does hits both. */
const SLICES = 6;
const DEMO_PREFIX = '9521234';

/** The same error correction as ours. */
const BARE_QR = { bcid: 'qrcode', eclevel: 'M' } as const;

const link = (n: number): string => `https://choxa.example/01/${toNumber14(gtinFromPrefix(DEMO_PREFIX, n))}/10/261101-01?17=271101`;

/** The three codes of labels: drawn by us, and by bwip-js alone. `n` makes each one another. */
const KINDS: Record<string, { own: (n: number) => string; bare: (n: number) => string }> = {
  ean13: {
    own: (n) => toSvg(barcodeDrawing(toNumber14(gtinFromPrefix(DEMO_PREFIX, n)))),
    bare: (n) => bwipjs.toSVG({ bcid: 'ean13', text: gtinFromPrefix(DEMO_PREFIX, n), includetext: true }),
  },
  qr: {
    own: (n) => toSvg(qrDrawing(link(n))),
    bare: (n) => bwipjs.toSVG({ ...BARE_QR, text: link(n) }),
  },
  'gs1-128': {
    own: (n) => toSvg(gs1128Drawing({ number14: toNumber14(gtinFromPrefix(DEMO_PREFIX, n)), lot: '261101-01', expiresOn: '2027-11-01' })),
    bare: (n) =>
      bwipjs.toSVG({
        bcid: 'gs1-128',
        text: `(01)${toNumber14(gtinFromPrefix(DEMO_PREFIX, n))}(17)271101(10)261101-01`,
        includetext: true,
      }),
  },
};

/** One line per kind of code: how many SVGs a second we draw, against bwip-js alone in the same process and run. Needs no database. */
export function measureDrawing(seconds: number, warmup: number): JobLine[] {
  return Object.entries(KINDS).map(([kind, draw]) => {
    const runs = { own: [] as Run[], bare: [] as Run[] };
    const lasting = seconds / SLICES / 2;
    if (warmup) for (const side of ['own', 'bare'] as const) drawFor(draw[side], Math.min(warmup, 1));
    for (let slice = 0; slice < SLICES; slice += 1)
      for (const side of ['own', 'bare'] as const) runs[side].push(drawFor(draw[side], lasting));
    return { ...jobLine(DRAWING_JOB, 0, 1, joined(runs.own), joined(runs.bare)), kind };
  });
}

function drawFor(draw: (n: number) => string, seconds: number): Run {
  const times: number[] = [];
  const begin = performance.now();
  for (let n = 0, last = begin; last - begin < seconds * 1000; n += 1) {
    draw(n % 10_000);
    const now = performance.now();
    times.push(now - last);
    last = now;
  }
  return { times: Float64Array.from(times), errors: 0, seconds: (performance.now() - begin) / 1000 };
}
