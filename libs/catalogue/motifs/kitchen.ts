import { at, box, disc, line, n, oval, path, times, type Sketch } from './sketch.js';
import { bowl, FLOOR, jar, leaf, nearer, scatter, shadow, steam } from './things.js';
import { chilli, GREENS, lemon } from './garnish.js';
import { shrimps } from './market.js';

export const CLAY = ['#fffaf0', '#d9cbb0'] as const;

const plate = (w: number, fill = '#fffaf0'): string =>
  shadow(0, 16, w * 0.52) +
  oval(0, 0, w / 2, w * 0.14, '#cdbd9d') +
  oval(0, -8, w / 2, w * 0.135, fill) +
  oval(0, -10, w * 0.39, w * 0.098, '#efe4cb');

/** Set 5: a steaming bowl, or cakes wrapped in leaves. */
export function readyToEat(s: Sketch): string {
  if (!s.says('banh', 'xoi', 'com') && (s.says('bun', 'pho', 'mi', 'chao', 'lau') || s.random() < 0.5)) {
    const noodles =
      oval(0, 0, 232, 44, '#e8b45a') +
      times(15, (i) => line(`M${-210 + i * 26} ${n(s.between(-6, 14))}c30 -40 50 30 84 -6`, i % 2 ? '#fff3cf' : '#f8dfa0', 10)) +
      times(4, (i) => at(-120 + i * 80, -20 - (i % 2) * 16, oval(0, 0, 44, 22, '#b8623c') + oval(-6, -4, 32, 13, '#d98a5e'), -12 + i * 9)) +
      times(7, (i) => at(-150 + i * 52, -34 + (i % 3) * 14, leaf(58, 17, GREENS[i % 4]!, '#dfe9b8'), s.between(-70, 70))) +
      chilli(60, -34, 10);
    return (
      steam(600, 400, 170) +
      at(600, FLOOR + 40, bowl(s, 600, 260, CLAY, noodles, '#b2452f')) +
      line('M810 420L1010 760M850 420L1050 752', '#7c4a22', 16) +
      lemon(210, 775)
    );
  }
  const cake = (w: number) =>
    shadow(8, w * 0.42, w * 0.62) +
    box(-w / 2, -w * 0.42, w, w * 0.84, 22, s.across('#8fae57', '#567f38', '#35592a')) +
    times(6, (i) =>
      line(
        `M${n(-w / 2 + 14)} ${n(-w * 0.34 + i * w * 0.14)}Q0 ${n(-w * 0.39 + i * w * 0.14)} ${n(w / 2 - 14)} ${n(-w * 0.34 + i * w * 0.14)}`,
        '#2f5426',
        3,
        'opacity=".45"',
      ),
    ) +
    [-0.17, 0.17].map((k) => box(w * k - 7, -w * 0.42, 14, w * 0.84, 4, '#f0dcae')).join('') +
    [-0.15, 0.15].map((k) => box(-w / 2, w * k - 7, w, 14, 4, '#f7e9c6')).join('');
  const slice =
    shadow(0, 70, 120) +
    path('M-110 60L-96 -60H96L110 60Z', '#86a84e') +
    path('M-92 46L-80 -46H80L92 46Z', '#f7f0d4') +
    oval(0, 0, 62, 30, '#f0d27a') +
    oval(0, 0, 30, 14, '#c46a4e');
  return (
    times(5, (i) => at(600, 800, leaf(520, 90, GREENS[i % 4]!, '#dfe9b8'), -80 + i * 40)) +
    at(470, 640, cake(330), -4) +
    at(800, 680, cake(260), 6) +
    at(240, 760, slice)
  );
}

/** Set 6: noodle nests, rice paper and cakes. */
export function fromGrain(s: Sketch): string {
  const noodles = s.says('mien', 'bun', 'pho', 'mi', 'trang', 'lau', 'bot', 'hu tieu');
  const dough = s.pick([
    ['#fff7dd', '#e9d29a'],
    ['#f8d9a2', '#d79f52'],
    ['#e2eec2', '#a6bd6c'],
  ] as const);
  if (noodles || (!s.says('banh', 'keo') && s.random() < 0.5)) {
    const nest = (k: number) =>
      at(
        0,
        0,
        shadow(4, 40, 120) +
          oval(0, 8, 118, 54, dough[1]) +
          times(16, (i) =>
            oval(
              s.between(-9, 9),
              s.between(-10, 8),
              112 - i * 6,
              50 - i * 2.7,
              'none',
              `stroke="${i % 2 ? dough[0] : dough[1]}" stroke-width="8"`,
            ),
          ),
        0,
        k,
      );
    const sheets =
      shadow(0, 6, 210) +
      times(9, (i) => oval(0, -i * 12, 200, 46, i % 2 ? '#fffaf0' : '#eadfc6')) +
      oval(0, -112, 200, 46, '#fffdf7') +
      times(9, (i) => disc(-120 + i * 30, -112 + ((i * 7) % 5) * 8 - 16, 4, '#4b3a20'));
    return (
      at(850, 730, sheets) +
      at(420, 560, nest(1)) +
      at(300, 650, nest(1.15)) +
      at(545, 655, nest(1.15)) +
      at(420, 745, nest(1.3)) +
      at(690, 790, nest(0.85))
    );
  }
  const cake = (x: number, y: number, k: number) =>
    at(
      x,
      y,
      oval(0, 34, 108, 40, '#a8682a') +
        box(-108, -14, 216, 50, 20, s.across('#f0bf74', '#d9974a', '#a8682a')) +
        oval(0, -14, 108, 42, s.round('#ffe9b6', '#f0c274', '#c98a3c')) +
        disc(0, -16, 26, '#c2442f', 'opacity=".75"') +
        times(5, (i) => at(0, -16, oval(0, -13, 5, 9, '#ffe9b6'), i * 72)),
      0,
      k,
    );
  const cut = at(
    0,
    0,
    path('M-104 40V-14A104 40 0 0 1 104 -14V40A104 36 0 0 1 -104 40Z', '#d9974a') +
      path('M-92 36V-8H92V36A92 30 0 0 1 -92 36Z', dough[1]) +
      disc(0, 14, 24, '#ee9a2c'),
  );
  return nearer(
    1.25,
    at(600, 770, plate(820)) +
      [
        [430, 700],
        [640, 690],
        [800, 712],
      ]
        .map(([x, y]) => cake(x!, y!, 1.15))
        .join('') +
      [
        [520, 625],
        [720, 620],
      ]
        .map(([x, y]) => cake(x!, y!, 1.15))
        .join('') +
      cake(620, 550, 1.15) +
      at(400, 785, cut, -4),
  );
}

const DRIED = [
  { words: ['xoai', 'hong', 'cam', 'mit', 'chuoi', 'dao'], tones: ['#ffd27a', '#ee9420', '#b65f0a'] },
  { words: ['man', 'vai', 'gac', 'mo'], tones: ['#f7a08c', '#c8452f', '#7f2018'] },
  { words: ['sim', 'nho', 'khoai'], tones: ['#d9a2c0', '#8a3a6a', '#531a3f'] },
  { words: ['dua', 'khom', 'thom', 'chanh', 'gung'], tones: ['#fff0b4', '#e6bf48', '#a97f16'] },
  { words: ['hat', 'mac', 'lac', 'dieu', 'tao', 'nhan'], tones: ['#e8cfa6', '#b98446', '#6f4518'] },
] as const;

/** Set 7: dried fruit in a jar and a bowl of nuts. */
export function fromHarvest(s: Sketch): string {
  const fruit = DRIED.find(({ words }) => s.says(...words))?.tones ?? s.pick(DRIED).tones;
  const chip = (r: number) =>
    oval(0, 0, r, r * 0.62, fruit[1]) +
    oval(-r * 0.08, -r * 0.06, r * 0.8, r * 0.46, fruit[0]) +
    times(5, (i) => line(`M${n(-r * 0.4 + i * r * 0.2)} ${n(-r * 0.26)}v${n(r * 0.4)}`, fruit[1], 3, 'opacity=".6"'));
  const inside = times(34, (i) => at(s.between(-165, 165), -18 - i * 10.5, chip(s.between(46, 60)), s.between(-60, 60)));
  const heap = times(26, (i) => at(s.between(-170, 170) * (1 - i * 0.026), -i * 4.6, chip(48), s.between(-50, 50)));
  return (
    at(420, FLOOR + 30, jar(s, 350, 500, fruit[1], s.pick(['#7a4a22', '#c8973f', '#e9e0c8']), fruit[2], inside)) +
    at(830, FLOOR + 55, bowl(s, 430, 170, CLAY, heap, fruit[2])) +
    scatter(s, 5, 250, 1000, () => chip(44), FLOOR + 95, FLOOR + 125) +
    at(1010, 610, leaf(170, 44, GREENS[1], '#dfe9b8'), 40) +
    at(1000, 620, leaf(150, 40, GREENS[2], '#dfe9b8'), 84)
  );
}

/** Set 8: sausages, or dried fish, on a tray. */
export function fromMeat(s: Sketch): string {
  if (s.says('tom', 'cua', 'tep', 'ruoc')) return shrimps(s);
  const tray =
    shadow(600, 800, 470) +
    oval(600, 775, 470, 92, '#8a5a26') +
    oval(600, 765, 470, 90, '#d9a55b') +
    oval(600, 762, 430, 76, '#f0d29a') +
    times(14, (i) =>
      line(
        `M${200 + i * 60} ${n(762 - 70 * Math.sqrt(Math.max(0, 1 - ((i - 6.7) / 7.2) ** 2)))}V${n(762 + 70 * Math.sqrt(Math.max(0, 1 - ((i - 6.7) / 7.2) ** 2)))}`,
        '#b98446',
        4,
        'opacity=".5"',
      ),
    );
  if (!s.says('ca', 'muc', 'kho') && (s.says('lap', 'xuong', 'gio', 'nem', 'cha', 'thit') || s.random() < 0.5)) {
    const meat = s.pick([
      ['#e2806a', '#b23a2c', '#6f1a18'],
      ['#d99a70', '#a85a30', '#65300f'],
      ['#e6a58c', '#c05a44', '#7c2c20'],
    ] as const);
    const sausage = (x: number, y: number, turn: number) =>
      at(
        x,
        y,
        path(
          'M-150 -36C-60 -70 60 -70 150 -36C178 -26 178 26 150 30C60 2 -60 2 -150 30C-178 26 -178 -26 -150 -36Z',
          s.down(meat[0], meat[1], meat[2]),
        ) +
          times(9, (i) => oval(-120 + i * 30, -16 + ((i * 5) % 4) * 5, 7, 4, '#ffe2cc', 'opacity=".7"')) +
          line('M-168 -4q-16 -2 -26 -14M168 -4q16 -2 26 -14', '#c9a46a', 9),
        turn,
      );
    return nearer(
      1.2,
      times(7, (i) => at(600, 780, leaf(400, 76, GREENS[i % 4]!, '#dfe9b8'), -96 + i * 32)) +
        tray +
        [
          [430, 740, -4],
          [770, 742, 5],
          [600, 700, 0],
          [440, 662, 3],
          [760, 660, -3],
          [600, 612, 2],
        ]
          .map(([x, y, a]) => sausage(x!, y!, a!))
          .join('') +
        chilli(930, 800, 16) +
        chilli(270, 795, 200),
    );
  }
  const skin = s.pick([
    ['#f0d9ae', '#c8965a', '#7f5226'],
    ['#e0dccb', '#a49a80', '#655c44'],
    ['#f2b48c', '#cf7242', '#803d1c'],
  ] as const);
  const fish =
    path('M-180 0C-120 -62 60 -66 120 -10L186 -52C176 -18 176 18 186 52L120 12C60 66 -120 62 -180 0Z', s.down(skin[0], skin[1], skin[2])) +
    line('M-110 0H110', skin[2], 5, 'opacity=".5"') +
    times(8, (i) => line(`M${-90 + i * 24} -34l16 34l-16 34`, skin[2], 4, 'opacity=".4"')) +
    disc(-144, -8, 8, '#3a2510');
  return nearer(
    1.25,
    tray +
      [
        [400, 770, -8],
        [640, 785, 4],
        [830, 760, 10],
        [470, 710, 6],
        [730, 705, -7],
        [600, 650, -2],
      ]
        .map(([x, y, a]) => at(x!, y!, fish, a!, 1.2))
        .join('') +
      lemon(1010, 790) +
      chilli(230, 800, 10),
  );
}
