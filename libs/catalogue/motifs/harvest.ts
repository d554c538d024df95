import { at, box, disc, line, n, oval, path, times, type Sketch } from './sketch.js';
import { ball, basket, bowl, FLOOR, jar, leaf, scatter, shadow, twig } from './things.js';
import { blossom, chilli, garlic, GREENS, lemon } from './garnish.js';
import { meat, shrimps } from './market.js';

const FRUITS = [
  { words: ['cam', 'quyt', 'hong', 'dao', 'gac'], tones: ['#ffd98a', '#f4a02c', '#c96a10'], leaf: '#3f7a3a' },
  { words: ['buoi', 'oi', 'tao', 'dua', 'chanh', 'bo', 'na', 'mang cau'], tones: ['#d7e89a', '#8fb63f', '#55792a'], leaf: '#2f6b3c' },
  { words: ['vai', 'man', 'chom chom', 'thanh tra'], tones: ['#ffb09a', '#dd4b39', '#92231f'], leaf: '#4f8a3a' },
  { words: ['xoai', 'chuoi', 'mit', 'dua luoi', 'khom'], tones: ['#ffe9a8', '#f2c230', '#c28a0c'], leaf: '#4f8a3a' },
  { words: ['thanh long', 'nho', 'mang cut', 'sim'], tones: ['#f0b6c8', '#c9447a', '#7f1f4b'], leaf: '#5b9444' },
  { words: ['hat', 'de', 'mac ca', 'nhan', 'sau rieng'], tones: ['#d9a878', '#8a5430', '#4d2a12'], leaf: '#6b8a3a' },
] as const;

const VEGETABLES = ['rau', 'bi', 'cai', 'su su', 'ca chua', 'khoai', 'dua leo', 'nam', 'mang', 'bap cai', 'ca rot', 'ot'];

/** Set 1: a basket of fruit, or of vegetables. */
export function freshHarvest(s: Sketch): string {
  if (s.says('toi', 'hanh', 'nem', 'kieu')) return bulbs(s);
  const named = FRUITS.find(({ words }) => s.says(...words));
  if (!named && (s.says(...VEGETABLES) || s.random() < 0.35)) return vegetables(s);
  const fruit = named ?? s.pick(FRUITS);
  const piece = (r: number) =>
    ball(s, r, fruit.tones) +
    at(0, -r * 0.86, leaf(r * 0.9, r * 0.26, fruit.leaf, '#dfe9b8'), s.between(30, 80)) +
    line(`M0 ${n(-r * 0.84)}v${n(-r * 0.2)}`, '#6b4a20', r * 0.09);
  const heap =
    [-245, -85, 85, 245].map((x) => at(x, -36, piece(98))).join('') +
    [-165, 0, 165].map((x) => at(x, -165, piece(96))).join('') +
    at(-70, -285, piece(90)) +
    at(84, -282, piece(88));
  const half =
    shadow(10, 78, 90) +
    disc(0, 0, 88, fruit.tones[1]) +
    disc(0, 0, 76, '#fff4d2') +
    times(10, (i) => at(0, 0, path('M0 -8L17 -58Q0 -72 -17 -58Z', fruit.tones[0]), i * 36)) +
    disc(0, 0, 8, '#fff4d2');
  return at(600, FLOOR + 20, basket(s, 660, 240, heap)) + at(215, FLOOR + 30, half) + at(985, FLOOR + 42, shadow(6, 84, 90) + piece(86));
}

function vegetables(s: Sketch): string {
  const cabbage = (r: number) =>
    disc(0, 0, r, s.round('#e3f0b0', '#9cc25a', '#4f8137')) +
    times(5, (i) =>
      at(
        0,
        r * 0.2,
        path(
          `M0 ${n(r * 0.7)}C${n(-r * 0.9)} ${n(r * 0.2)} ${n(-r * 0.6)} ${n(-r * 0.9)} 0 ${n(-r)}`,
          'none',
          'stroke="#dcecab" stroke-width="6" opacity=".75"',
        ),
        -60 + i * 30,
        0.9,
      ),
    );
  const tomato = ball(s, 62, ['#ff9d84', '#d93a2b', '#8e1d18']) + times(5, (i) => at(0, -52, leaf(34, 8, '#4f8a3a', '#cfe3a0'), i * 72));
  const aubergine =
    path('M0 -70C46 -60 62 20 40 74C22 112 -34 112 -48 70C-66 16 -40 -64 0 -70Z', s.round('#a889c8', '#5d3a86', '#2e1a4a')) +
    times(4, (i) => at(0, -66, leaf(40, 12, '#4f8a3a', '#cfe3a0'), -100 + i * 66));
  const carrot =
    path('M-26 -80Q0 -94 26 -80L6 96Q0 106 -6 96Z', s.across('#ffb45e', '#f08a24', '#b95c0e')) +
    times(3, (i) => line(`M${-16 + i * 8} ${-44 + i * 40}h${20 - i * 4}`, '#b95c0e', 4, 'opacity=".6"')) +
    times(5, (i) => at(0, -80, leaf(84, 14, GREENS[i % 4]!, '#dfe9b8'), -40 + i * 20));
  const heap =
    at(-215, -70, cabbage(128)) +
    at(205, -60, cabbage(118)) +
    at(10, -150, aubergine, 24, 1.25) +
    at(-60, -110, carrot, -34, 1.1) +
    at(120, -120, carrot, 26) +
    at(-10, -36, tomato) +
    at(100, -34, tomato) +
    at(-115, -28, tomato);
  return (
    at(600, FLOOR + 20, basket(s, 660, 230, heap)) +
    at(205, FLOOR + 56, shadow(4, 60, 66) + tomato) +
    at(965, FLOOR + 70, shadow(0, 40, 110) + at(0, 0, carrot, 78, 0.95))
  );
}

/** Set 2: fish on a leaf, or eggs in straw, or milk. */
export function freshMeat(s: Sketch): string {
  if (!s.says('trung', 'sua') && s.says('thit', 'trau', 'bo', 'heo', 'lon', 'ga', 'vit', 'de')) return meat(s);
  if (s.says('tom', 'cua', 'tep', 'ghe')) return shrimps(s);
  if (s.says('ca', 'muc') || (!s.says('trung', 'sua') && s.random() < 0.55)) {
    const tone = s.pick([
      ['#dfe9ee', '#8fa9b8', '#51697a'],
      ['#ffd6c2', '#e58a6c', '#a8503a'],
      ['#e8ecd4', '#a9b57e', '#667043'],
    ] as const);
    const fish = (k: number) =>
      at(
        0,
        0,
        path(
          'M-290 0C-220 -104 40 -128 190 -22L292 -92C276 -30 276 34 292 96L190 26C40 126 -220 104 -290 0Z',
          s.down(tone[1], tone[0], tone[2]),
        ) +
          path('M-60 -92C-10 -150 70 -140 104 -70Z', tone[2]) +
          path('M-70 92C-40 132 10 128 30 86Z', tone[2]) +
          times(4, (r) =>
            times(7, (c) => line(`M${-120 + c * 42 + (r % 2) * 20} ${-48 + r * 30}q18 14 0 28`, tone[2], 4, 'opacity=".4"')),
          ) +
          path('M-196 -74Q-150 0 -196 74', 'none', `stroke="${tone[2]}" stroke-width="7" opacity=".55"`) +
          disc(-238, -18, 15, '#fff') +
          disc(-240, -18, 8, '#20242a') +
          line('M-286 14q24 10 40 4', tone[2], 5),
        0,
        k,
      );
    const bed = shadow(600, 770, 430) + times(9, (i) => at(600, 740, leaf(430, 88, GREENS[i % 4]!, '#dfe9b8'), -98 + i * 24.5));
    return bed + at(560, 640, fish(1.15), -5) + at(650, 745, fish(1.05), 3) + lemon(190, 760) + lemon(1020, 775) + chilli(940, 800, 30);
  }
  const egg = (tones: readonly [string, string, string]) =>
    path('M0 -76C42 -76 62 -10 62 22C62 56 34 78 0 78S-62 56 -62 22C-62 -10 -42 -76 0 -76Z', s.round(...tones));
  const shell = s.pick([
    ['#fff3e2', '#eec9a0', '#bd8654'],
    ['#ffffff', '#f1ebdf', '#b9ad97'],
    ['#eaf4f0', '#b9d6cd', '#7da398'],
  ] as const);
  const heap =
    times(26, (i) =>
      at(
        -290 + i * 23,
        -10 - (i % 3) * 12,
        line(`M-40 ${n(s.between(-24, 30))}Q0 ${n(s.between(-60, -20))} 46 ${n(s.between(-20, 20))}`, '#e2b866', 6),
      ),
    ) +
    [-220, -75, 75, 220].map((x) => at(x, -40, egg(shell), s.between(-14, 14), 1.15)).join('') +
    [-140, 5, 145].map((x) => at(x, -148, egg(shell), s.between(-16, 16), 1.12)).join('') +
    at(-60, -240, egg(shell), 10, 1.05) +
    at(78, -236, egg(shell), -12, 1.05);
  return (
    at(600, FLOOR + 20, basket(s, 640, 210, heap)) +
    at(205, FLOOR + 40, shadow(0, 80, 66) + egg(shell)) +
    at(990, FLOOR + 50, shadow(0, 60, 80) + at(0, 0, egg(shell), 76))
  );
}

function bulbs(s: Sketch): string {
  const heap =
    [-230, -80, 75, 225].map((x, i) => at(x, -20, garlic(s), i * 9 - 12, 1.35)).join('') +
    [-150, 0, 150].map((x, i) => at(x, -125, garlic(s), 10 - i * 9, 1.35)).join('') +
    at(-70, -225, garlic(s), -8, 1.3) +
    at(80, -222, garlic(s), 10, 1.3);
  return at(600, FLOOR + 20, basket(s, 660, 230, heap)) + at(215, FLOOR + 20, garlic(s), 0, 1.2) + at(985, FLOOR + 30, garlic(s), 12, 1.2);
}

/** Set 3: a heaped bowl of rice with its ears, and a sack. */
export function grain(s: Sketch): string {
  const kernel = s.pick([
    ['#fffdf2', '#e9dfc0'],
    ['#f3d9a8', '#cf9f58'],
    ['#b0707c', '#6d2f42'],
    ['#fff6da', '#e4cd8f'],
    ['#8aa05a', '#556b2f'],
  ] as const);
  const seed = (i: number) => oval(0, 0, 13, 5.5, i % 3 ? kernel[0] : kernel[1]);
  const mound =
    path('M-265 6C-215 -110 -96 -196 0 -196S215 -110 265 6Z', kernel[1]) +
    times(190, (i) => {
      const a = s.between(-1, 1);
      const y = -s.between(4, 190) * (1 - a * a);
      return at(a * 250, y, seed(i), s.between(0, 180));
    });
  const ear = (bend: number) =>
    line(`M0 0Q0 -240 ${bend} -400`, '#b98a2c', 6) +
    times(15, (i) => {
      const t = 0.5 + i * 0.035;
      const x = bend * t * t;
      return at(
        x + (i % 2 ? 13 : -13),
        -400 * (2 * t - t * t),
        oval(0, 0, 9, 22, i % 3 ? '#e3b64c' : '#d09a2f'),
        (i % 2 ? 32 : -32) + bend * 0.2,
      );
    }) +
    at(0, -60, leaf(260, 20, '#9aa63f', '#dfe0a0'), bend * 0.25);
  const sack =
    shadow(10, 0, 190) +
    path('M-150 -300C-190 -200 -190 -60 -160 0H160C190 -60 190 -200 150 -300Z', s.across('#ead3a3', '#dcbd80', '#b08d4f')) +
    times(9, (i) => line(`M-172 ${-270 + i * 32}q172 22 344 0`, '#8d6a33', 2.5, 'opacity=".35"')) +
    path('M-158 -300C-110 -346 110 -346 158 -300C110 -276 -110 -276 -158 -300Z', kernel[1]) +
    times(50, (i) => at(s.between(-130, 130), s.between(-322, -294), seed(i), s.between(0, 180)));
  return (
    at(880, FLOOR + 10, sack) +
    [-70, -25, 30].map((b, i) => at(250 + i * 34, FLOOR + 30, ear(b - 40))).join('') +
    at(520, FLOOR + 50, bowl(s, 560, 220, ['#fffaf0', '#d9cbb0'], mound)) +
    scatter(s, 26, 150, 1050, seed, FLOOR + 70, FLOOR + 120)
  );
}

/** Set 4: honey, comb and dipper. */
export function honey(s: Sketch): string {
  const tone = s.pick([
    ['#ffdf7a', '#eca21c', '#b26a06'],
    ['#fff0a6', '#f0c63a', '#b98a10'],
    ['#f2b765', '#b8651a', '#743507'],
  ] as const);
  const cell = (fill: string) => path('M0 -46L40 -23V23L0 46L-40 23V-23Z', fill, 'stroke="#b87412" stroke-width="7"');
  const comb = [
    [0, 0],
    [82, 0],
    [164, 0],
    [41, -71],
    [123, -71],
    [205, -71],
    [82, -142],
    [164, -142],
    [0, -142],
  ]
    .map(([x, y], i) => at(x!, y!, cell(s.round(i % 3 ? '#ffd766' : '#fff0a0', i % 3 ? tone[1] : '#f6c945', tone[2]))))
    .join('');
  const bee = (x: number, y: number, turn: number) =>
    at(
      x,
      y,
      oval(-8, -26, 16, 28, '#fff', 'opacity=".75" transform="rotate(-24)"') +
        oval(14, -26, 16, 28, '#fff', 'opacity=".75" transform="rotate(18)"') +
        oval(0, 0, 36, 23, '#f2b51f') +
        box(-14, -22, 9, 44, 4, '#3a2510') +
        box(4, -22, 9, 44, 4, '#3a2510') +
        disc(-32, -2, 14, '#3a2510'),
      turn,
    );
  const dipper =
    line('M0 0L190 -210', '#a5703a', 20) +
    at(
      0,
      0,
      times(5, (i) => oval(0, -30 + i * 16, 46 - Math.abs(2 - i) * 9, 9, i % 2 ? '#8a5622' : '#c08544')),
      42,
    );
  return (
    shadow(840, 770, 190) +
    at(752, 716, comb, 0, 1.15) +
    at(455, FLOOR + 40, jar(s, 340, 460, s.across(tone[0], tone[1], tone[2]), s.pick(['#c8973f', '#8a5a2b', '#e8d9b4']), tone[2])) +
    path('M640 800C700 770 800 772 850 800C900 826 720 838 650 824Z', tone[1], 'opacity=".95"') +
    path('M670 800C710 786 760 786 790 798', 'none', 'stroke="#fff" stroke-width="6" opacity=".5" stroke-linecap="round"') +
    at(700, 786, dipper) +
    bee(905, 320, 16) +
    bee(250, 300, -12) +
    at(170, FLOOR + 50, twig(s, 300, 4, 96, GREENS), -14) +
    [0, 1, 2].map((i) => at(150 + i * 62, 590 - i * 56, blossom(), i * 20)).join('')
  );
}
