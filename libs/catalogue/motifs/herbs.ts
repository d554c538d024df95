import { at, box, disc, line, n, oval, path, times, type Sketch } from './sketch.js';
import { bottle, bowl, FLOOR, jar, leaf, shadow, tag, twig } from './things.js';
import { blossom, GREENS } from './garnish.js';

/** A small dark bottle with a dropper, standing on 0,0. */
function dropper(s: Sketch, h: number, tone: readonly [string, string, string] = ['#d98a3a', '#8a4310', '#4a2006']): string {
  const w = h * 0.46;
  return (
    shadow(w * 0.1, 2, w * 0.66) +
    box(-w / 2, -h * 0.62, w, h * 0.62, w * 0.16, s.across(...tone)) +
    box(-w * 0.4, -h * 0.58, w * 0.11, h * 0.5, w * 0.05, '#fff', 'opacity=".45"') +
    tag(0, -h * 0.28, w * 0.84, h * 0.32, tone[2]) +
    box(-w * 0.2, -h * 0.74, w * 0.4, h * 0.14, 6, '#2b2622') +
    path(
      `M${n(-w * 0.14)} ${n(-h * 0.74)}C${n(-w * 0.2)} ${n(-h * 0.94)} ${n(-w * 0.1)} ${n(-h)} 0 ${n(-h)}S${n(w * 0.2)} ${n(-h * 0.94)} ${n(w * 0.14)} ${n(-h * 0.74)}Z`,
      s.across('#5b534c', '#2b2622'),
    )
  );
}

/** Set 18: roots, a jar, and capsules. */
export function herbal(s: Sketch): string {
  const root =
    path(
      'M-18 -210C30 -190 50 -120 44 -60C70 -10 60 60 96 130C60 110 40 60 18 20C10 70 -10 120 -4 190C-30 140 -34 70 -22 18C-50 60 -80 90 -120 104C-80 60 -64 10 -46 -40C-60 -110 -50 -190 -18 -210Z',
      s.across('#f0d7a6', '#dcb878', '#a87a3a'),
    ) +
    times(8, (i) => line(`M${-34 + (i % 2) * 8} ${-150 + i * 24}q26 10 58 0`, '#a87a3a', 4, 'opacity=".6"')) +
    at(
      -10,
      -204,
      times(5, (i) => at(0, 0, leaf(110, 28, GREENS[i % 4]!, '#dfe9b8'), -70 + i * 35)),
    );
  const pill = (x: number, y: number, a: number) =>
    at(
      x,
      y,
      box(-40, -16, 80, 32, 16, s.pick(['#c8612f', '#4f8a3a'])) +
        box(0, -16, 40, 32, 16, '#f6ecd2') +
        box(-30, -11, 56, 7, 3, '#fff', 'opacity=".45"'),
      a,
    );
  const powder =
    path('M-150 4C-100 -60 -40 -80 0 -80S100 -60 150 4Z', '#c9a052') +
    times(40, () => disc(s.between(-120, 120), s.between(-40, 0), 4, '#a87a2a'));
  return (
    at(300, 560, shadow(0, 200, 130) + root, -8, 1.05) +
    at(600, FLOOR + 20, jar(s, 290, 430, s.across('#d9a24a', '#a5641c', '#6b3a08'), '#2f5b3a', '#6b3a08')) +
    at(890, FLOOR + 50, bowl(s, 340, 140, ['#8d9b7a', '#5c6b4c'], powder, '#e8e2c0')) +
    pill(420, 815, 14) +
    pill(500, 790, -30) +
    pill(700, 820, 8) +
    pill(1040, 815, -16)
  );
}

/** Set 19: soap, cream and a bottle. */
export function cosmetics(s: Sketch): string {
  const tone = s.pick([
    ['#e6efd2', '#b9cf94', '#7d9a58'],
    ['#fbe3da', '#efb7a6', '#c07a66'],
    ['#efe5f5', '#cdb2de', '#9272ad'],
    ['#fff0c9', '#f0cf83', '#bd923a'],
  ] as const);
  const soap = (x: number, y: number, a: number, fill: string) =>
    at(
      x,
      y,
      shadow(0, 52, 130) +
        box(-125, -40, 250, 92, 26, tone[2]) +
        box(-125, -56, 250, 92, 26, fill) +
        box(-104, -42, 208, 62, 18, 'none', 'stroke="#fff" stroke-width="4" opacity=".7"') +
        at(0, 6, leaf(50, 15, tone[2], '#fff'), 40) +
        at(0, 6, leaf(50, 15, tone[2], '#fff'), -40),
      a,
    );
  const pot =
    shadow(6, 2, 140) +
    box(-120, -130, 240, 130, 26, s.across('#ffffff', '#f6f2ea', '#cfc5b4')) +
    tag(0, -62, 170, 92, tone[2]) +
    box(-130, -178, 260, 58, 16, s.across(tone[0], tone[1], tone[2]));
  return (
    at(170, FLOOR + 30, twig(s, 380, 5, 105, GREENS), -8) +
    at(400, FLOOR + 20, bottle(s, 190, 470, tone, '#f6f2ea', tone[2], 0.9)) +
    at(640, FLOOR + 40, pot) +
    soap(900, 730, 0, tone[1]) +
    soap(890, 650, -4, tone[0]) +
    at(880, 570, blossom('#fff', '#f2b51f'), 0, 1.3) +
    at(300, 812, blossom(), 10, 1.2) +
    at(1040, 815, blossom(), 30, 1.1) +
    at(780, 822, blossom(), 30)
  );
}

/** Set 20: essential oils. */
export function oil(s: Sketch): string {
  const sprig = (colour: string) =>
    line('M0 0Q8 -150 0 -330', '#5b7a35', 6) +
    times(16, (i) => at(i % 2 ? 9 : -9, -140 - i * 12, oval(0, 0, 11, 15, colour), i % 2 ? 34 : -34));
  const bloom = s.pick(['#8d62b5', '#d95f7e', '#e0a81c', '#6f9b48']);
  const stick = (x: number) =>
    at(
      x,
      800,
      box(-22, -150, 44, 160, 20, s.across('#c8854a', '#9a5a28', '#6a3712')) +
        oval(0, -150, 22, 9, '#e0a56a') +
        oval(0, -150, 11, 4, '#6a3712'),
      s.between(-8, 8),
    );
  return (
    [-24, -8, 8, 22].map((a, i) => at(210 + i * 14, FLOOR + 60, sprig(bloom), a)).join('') +
    at(250, FLOOR + 66, box(-60, -40, 120, 22, 11, '#c9a052')) +
    at(460, FLOOR + 30, dropper(s, 420)) +
    at(690, FLOOR + 46, dropper(s, 340)) +
    at(880, FLOOR + 56, dropper(s, 270)) +
    stick(1000) +
    stick(1050) +
    at(1030, 800, line('M-70 -70H66', '#c9a052', 10)) +
    at(610, 822, leaf(100, 26, GREENS[0], '#dfe9b8'), 78) +
    at(800, 828, leaf(90, 24, GREENS[2], '#dfe9b8'), -80)
  );
}
