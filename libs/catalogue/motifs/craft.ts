import { at, box, disc, line, n, oval, path, times, type Sketch } from './sketch.js';
import { basket, FLOOR, leaf, shadow, twig } from './things.js';
import { blossom, GREENS } from './garnish.js';
import { lanterns } from './market.js';

/** Set 21: ceramics, lacquer and bamboo. */
export function craft(s: Sketch): string {
  if (s.says('den', 'long den')) return lanterns(s);
  const glaze = s.pick([
    ['#fffaf0', '#cfc0a0', '#2f5f8a'],
    ['#8fb0a0', '#4f7366', '#f0e9cc'],
    ['#a5402c', '#5f1a12', '#e6b54a'],
    ['#3a332d', '#17130f', '#d9a63a'],
  ] as const);
  const shape =
    'M-60 -430C-60 -400 -40 -380 -46 -350C-56 -300 -170 -270 -170 -150C-170 -60 -110 0 -80 0H80C110 0 170 -60 170 -150C170 -270 56 -300 46 -350C40 -380 60 -400 60 -430Z';
  const vase =
    shadow(10, 2, 180) +
    path(shape, s.round(glaze[0], glaze[0], glaze[1])) +
    s.clip(
      shape,
      line('M-180 -230Q0 -190 180 -230M-180 -60Q0 -20 180 -60', glaze[2], 9, 'opacity=".8"') +
        at(
          0,
          -70,
          times(5, (i) => at(0, 0, leaf(120, 32, glaze[2], glaze[0]), -76 + i * 38)),
        ) +
        line('M-60 -350Q0 -336 60 -350', glaze[2], 8, 'opacity=".8"'),
    ) +
    oval(0, -430, 60, 13, glaze[1]) +
    oval(-92, -220, 18, 58, '#fff', 'opacity=".35" transform="rotate(20 -92 -220)"');
  const round =
    shadow(0, 96, 130) +
    disc(0, 0, 120, s.round('#f0c98a', '#d29a4c', '#94611f')) +
    times(7, (i) => disc(0, 0, 112 - i * 16, 'none', 'stroke="#8a5a22" stroke-width="5" stroke-dasharray="14 9" opacity=".75"')) +
    at(0, 0, blossom(glaze[2], '#fff2c4'), 0, 0.9);
  return (
    at(345, FLOOR + 20, vase, 0, 1.12) +
    at(
      740,
      FLOOR + 40,
      basket(s, 380, 230, '', ['#d9a55b', '#94611f']) +
        path('M-170 -236C-170 -460 170 -460 170 -236', 'none', 'stroke="#b07c38" stroke-width="20"') +
        path('M-170 -236C-170 -460 170 -460 170 -236', 'none', 'stroke="#e9c07c" stroke-width="7" stroke-dasharray="16 14"'),
    ) +
    at(1010, 700, round)
  );
}

/** Set 22: folded cloth with woven patterns. */
export function cloth(s: Sketch): string {
  const dyes = s.pick([
    ['#24345c', '#b3272a', '#f0c23a', '#f6efdc'],
    ['#1f4a3c', '#d97a2b', '#f4e3b4', '#7a1f2b'],
    ['#6a1f3a', '#e0a22e', '#f7ead2', '#2b5a6a'],
    ['#2a2622', '#c23a2b', '#f2e2bd', '#3f7a5a'],
  ] as const);
  const motifs = [
    (c: string) => path('M0 -26L26 0L0 26L-26 0Z', c) + path('M0 -11L11 0L0 11L-11 0Z', dyes[0]),
    (c: string) => path('M-26 20L0 -20L26 20Z', c) + path('M-11 16L0 -2L11 16Z', dyes[0]),
    (c: string) => times(4, (i) => at(0, 0, oval(0, -15, 7, 13, c), i * 90)) + disc(0, 0, 6, dyes[0]),
  ];
  const fold = (y: number, w: number, h: number, ground: string, i: number) => {
    const motif = motifs[i % 3]!;
    return (
      box(-w / 2, y - h, w, h, h * 0.42, ground) +
      times(Math.floor(w / 64) - 1, (k) => at(-w / 2 + 64 + k * 64, y - h / 2, motif(dyes[1 + ((k + i) % 3)]!), 0, h / 90)) +
      box(-w / 2 + 20, y - h + 8, w - 40, 5, 2, dyes[2], 'opacity=".8"') +
      box(-w / 2 + 20, y - 13, w - 40, 5, 2, dyes[2], 'opacity=".8"') +
      path(
        `M${n(-w / 2)} ${n(y - h / 2)}q0 ${n(h / 2)} 40 ${n(h / 2)}H${n(w / 2 - 40)}q40 0 40 ${n(-h / 2)}v10q-10 ${n(-h * 0.1)} -60 ${n(h * 0.14)}H${n(-w / 2 + 60)}Z`,
        '#000',
        'opacity=".14"',
      )
    );
  };
  const grounds = [dyes[0], dyes[3], dyes[0], dyes[1], dyes[0]];
  const stack =
    shadow(0, 6, 340) +
    grounds
      .map((ground, i) => fold(-i * 92, 600 - i * 14, 96, ground === dyes[3] && dyes[3] === '#f6efdc' ? '#3a4f86' : ground, i))
      .join('');
  const spool =
    shadow(0, 4, 70) +
    box(-56, -170, 112, 22, 8, '#b98446') +
    box(-42, -150, 84, 130, 12, dyes[1]) +
    times(9, (i) => line(`M-40 ${-142 + i * 15}l80 6`, '#fff', 3, 'opacity=".35"')) +
    box(-56, -22, 112, 22, 8, '#b98446');
  return (
    at(520, FLOOR + 60, stack) +
    at(960, FLOOR + 40, spool, 0, 1.2) +
    at(1060, FLOOR + 80, spool, 0, 0.85) +
    line('M930 760C860 820 960 850 1060 838', dyes[1], 6)
  );
}

/** Set 26: a stilt house among terraces. */
export function village(s: Sketch): string {
  const sky = s.pick([
    ['#fde6bd', '#f8cf9a'],
    ['#dcecef', '#f7e9cf'],
    ['#fbd9c2', '#f3e3c4'],
  ] as const);
  const terrace = (y: number, fill: string, k: number) =>
    path(`M0 ${y}C200 ${y - 70 * k} 380 ${y + 40 * k} 600 ${y - 20 * k}S980 ${y - 90 * k} 1200 ${y - 20 * k}V900H0Z`, fill);
  const tones = s.pick([
    ['#d9c25a', '#c2ab3f', '#a8963a', '#8fa548', '#6f9140'],
    ['#a9c46a', '#8fb254', '#739c46', '#5c883c', '#487535'],
  ] as const);
  const house =
    shadow(0, 232, 240) +
    [-170, -60, 60, 170].map((x) => box(x - 10, 90, 20, 146, 4, '#5a3a1c')).join('') +
    box(-190, -20, 380, 120, 6, s.across('#b98446', '#9a6a34', '#6f4719')) +
    times(9, (i) => line(`M${-176 + i * 44} -14V94`, '#5a3a1c', 3, 'opacity=".4"')) +
    box(-40, 10, 80, 90, 4, '#4a2c12') +
    box(-150, 14, 70, 50, 4, '#4a2c12') +
    box(80, 14, 70, 50, 4, '#f6d27a') +
    path('M-250 -10L-120 -180H120L250 -10Z', s.across('#c9a45a', '#a37f38', '#705421')) +
    times(8, (i) => line(`M${-226 + i * 14} ${-26 - i * 20}H${226 - i * 14}`, '#6a4d1c', 4, 'opacity=".35"')) +
    line('M60 236L110 96M100 236L150 96', '#6f4719', 9) +
    times(4, (i) => line(`M${74 + i * 12} ${206 - i * 32}h40`, '#6f4719', 7));
  return (
    box(0, 0, 1200, 900, 0, s.down(...sky)) +
    disc(s.pick([280, 900]), 210, 92, '#fff3cf') +
    path('M0 470C140 250 260 230 380 400C480 210 640 180 780 390C900 250 1040 260 1200 440V900H0Z', '#8fa9a0', 'opacity=".65"') +
    path('M0 540C180 400 330 420 470 500S860 380 1200 520V900H0Z', '#7f9f78') +
    tones
      .map(
        (fill, i) =>
          terrace(560 + i * 72, fill, 1 - i * 0.12) +
          path(
            `M0 ${566 + i * 72}C200 ${496 + i * 72 + 8 * i} 380 ${606 + i * 72 - 5 * i} 600 ${546 + i * 72 + 2 * i}S980 ${476 + i * 72 + 11 * i} 1200 ${546 + i * 72 + 2 * i}`,
            'none',
            'stroke="#fff6d2" stroke-width="5" opacity=".4"',
          ),
      )
      .join('') +
    at(s.pick([430, 740]), 500, house, 0, 1.15) +
    at(130, 880, twig(s, 330, 5, 110, GREENS), 10) +
    at(1090, 890, twig(s, 300, 5, 100, GREENS), -10)
  );
}
