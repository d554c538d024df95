import { at, box, disc, line, oval, path, times, type Sketch } from './sketch.js';
import { FLOOR, flower, glass, jar, leaf, pouch, scatter, shadow, steam, twig } from './things.js';
import { GREENS } from './garnish.js';

const GLAZES = [
  ['#fffaf0', '#d3c4a6', '#3d6b8f'],
  ['#7d9b76', '#4c6b4a', '#e8e2c0'],
  ['#a5603a', '#6f381d', '#f0d9ae'],
  ['#3f5d73', '#25394a', '#e6dfc8'],
] as const;

const teaCup = (s: Sketch, glaze: readonly [string, string, string], drink: string, k = 1): string =>
  at(
    0,
    0,
    shadow(4, 4, 88) +
      oval(0, -84, 84, 22, glaze[1]) +
      oval(0, -80, 70, 15, drink) +
      path('M-84 -84C-82 -30 -52 -8 -34 -6V0H34V-6C52 -8 82 -30 84 -84A84 22 0 0 1 -84 -84Z', s.across(glaze[0], glaze[0], glaze[1])) +
      line('M-70 -40Q0 -12 70 -40', glaze[2], 6, 'opacity=".7"'),
    0,
    k,
  );

/** A round teapot standing on 0,0. */
function teapot(s: Sketch, glaze: readonly [string, string, string]): string {
  const body = 'M-190 -150C-190 -250 -100 -290 0 -290S190 -250 190 -150C190 -50 120 0 70 0H-70C-120 0 -190 -50 -190 -150Z';
  return (
    shadow(10, 2, 210) +
    line('M-170 -230C-330 -250 -320 -60 -150 -70', glaze[1], 34) +
    path('M160 -120C240 -130 250 -220 300 -262L330 -236C290 -200 290 -70 170 -50Z', s.across(glaze[0], glaze[1])) +
    path(body, s.round(glaze[0], glaze[0], glaze[1])) +
    s.clip(
      body,
      line('M-190 -120Q0 -70 190 -120', glaze[2], 12, 'opacity=".7"') +
        at(
          0,
          -110,
          times(5, (i) => at(0, 0, leaf(92, 24, glaze[2], glaze[0]), -72 + i * 36)),
          0,
        ),
    ) +
    oval(0, -284, 96, 22, glaze[1]) +
    path('M-92 -288C-80 -330 80 -330 92 -288Z', s.across(glaze[0], glaze[1])) +
    disc(0, -332, 24, s.round(glaze[0], glaze[0], glaze[1])) +
    oval(-90, -210, 26, 50, '#fff', 'opacity=".35" transform="rotate(24 -90 -210)"')
  );
}

/** Set 11: tea. */
export function tea(s: Sketch): string {
  const glaze = s.pick(GLAZES);
  const liquor = s.pick(['#c9a83a', '#a8b04a', '#b56a22']);
  const curl = () => line('M-16 0q10 -14 18 -2t16 -4', s.pick(['#3b4a2a', '#55613a', '#2c3722']), 6);
  return (
    at(155, FLOOR + 20, twig(s, 430, 5, 130, GREENS), -10) +
    at(510, FLOOR + 20, teapot(s, glaze)) +
    steam(835, 560, 110) +
    at(860, FLOOR + 30, teaCup(s, glaze, liquor, 1.25)) +
    at(1030, FLOOR + 66, teaCup(s, glaze, liquor, 1.1)) +
    scatter(s, 34, 160, 900, curl, FLOOR + 66, FLOOR + 118)
  );
}

/** Set 12: herbal infusions, flowers in glass. */
export function infusion(s: Sketch): string {
  const bloom = s.pick([
    ['#ffe27a', '#f2b91f', '#c4700c'],
    ['#fff', '#f1e6d2', '#e0a81c'],
    ['#f4a6b4', '#d95f7e', '#f2c230'],
    ['#c9a8e0', '#8d62b5', '#f2c230'],
  ] as const);
  const drink: readonly [string, string] = s.pick([
    ['#f6dd8c', '#dba630'],
    ['#f2b4a0', '#cf5f5f'],
    ['#dfe7a0', '#a5b648'],
  ]);
  const head = (r: number) => flower(s, r, 11, bloom[0], bloom[1], bloom[2]);
  const inside = times(9, (i) => at(s.between(-120, 120), -50 - i * 32, head(52), i * 25));
  return (
    at(390, FLOOR + 30, jar(s, 330, 470, '#f5ead0', s.pick(['#a9763f', '#c8973f']), '#4f7a3a', inside)) +
    steam(800, 480, 110) +
    at(800, FLOOR + 40, glass(s, 260, 270, drink)) +
    at(800, FLOOR - 176, head(46) + at(58, 6, head(34)) + at(-56, 4, head(34))) +
    at(1040, FLOOR + 40, twig(s, 320, 4, 96, GREENS), 12) +
    at(170, FLOOR + 70, head(66)) +
    at(590, FLOOR + 90, head(54)) +
    at(980, FLOOR + 96, head(58)) +
    at(700, FLOOR + 112, leaf(90, 24, GREENS[0], '#dfe9b8'), 70)
  );
}

/** Set 13: coffee with its drip filter, or cocoa. */
export function coffee(s: Sketch): string {
  const cocoa = s.says('cao', 'cacao', 'socola', 'so co la', 'chocolate') || (!s.says('phe', 'coffee') && s.random() < 0.28);
  const bean = (k = 1) =>
    at(0, 0, oval(0, 0, 22, 15, s.round('#a8683a', '#6b3d1c', '#341a08')) + line('M-18 2q10 -9 18 -2t18 -2', '#2a1405', 4), 0, k);
  const paper = s.pick([
    ['#c9985e', '#9a6b38'],
    ['#3f3a34', '#211d19'],
    ['#e9dcc0', '#bfa77c'],
    ['#5a2e1c', '#361709'],
  ] as const);
  const bag = at(385, FLOOR + 20, pouch(s, 330, 520, paper, '#6b3d1c'));
  const filter =
    shadow(0, 4, 150) +
    box(-122, -190, 244, 190, 26, '#f3f1e8', 'opacity=".7"') +
    box(-112, -110, 224, 104, 20, s.down('#6b3d1c', '#2c1405')) +
    box(-112, -128, 224, 26, 10, '#f0dfb8') +
    box(-100, -184, 22, 168, 11, '#fff', 'opacity=".5"') +
    box(-148, -212, 296, 26, 10, s.across('#f2f2f0', '#b9bcbe', '#7e8386')) +
    path('M-100 -212L-92 -340H92L100 -212Z', s.across('#f6f6f4', '#c3c6c8', '#868b8e')) +
    oval(0, -340, 92, 18, '#9a9fa2') +
    oval(0, -352, 98, 20, s.across('#fafafa', '#c9ccce', '#8d9295')) +
    disc(0, -376, 15, '#6f7477') +
    line('M0 -186v50', '#4a2810', 7);
  const pod =
    shadow(0, 80, 130) +
    path('M-170 0C-120 -84 90 -96 176 -8C96 86 -120 84 -170 0Z', s.down('#f0b04a', '#cf7420', '#8a4210')) +
    times(4, (i) =>
      path(`M-165 0C-100 ${-60 + i * 40} 80 ${-66 + i * 44} 170 -4`, 'none', 'stroke="#8a4210" stroke-width="6" opacity=".45"'),
    );
  const heap = times(60, (i) => at(s.between(-150, 150) * (1 - i * 0.008), 20 - i * 1.6 * s.random(), bean(1.15), s.between(0, 180)));
  return (
    bag +
    (cocoa ? at(800, 690, pod, -10, 1.25) + at(880, 790, pod, 8, 1.1) : steam(790, 330, 110) + at(790, FLOOR + 40, filter, 0, 1.1)) +
    (cocoa ? '' : at(1020, FLOOR + 76, shadow(0, 22, 160) + heap)) +
    scatter(s, 16, 170, 720, () => bean(1.1), FLOOR + 78, FLOOR + 124)
  );
}
