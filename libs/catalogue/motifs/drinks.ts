import { at, box, disc, line, oval, path, times, type Sketch } from './sketch.js';
import { bottle, FLOOR, glass, leaf, shadow } from './things.js';
import { GREENS, lemon } from './garnish.js';

/** Set 14: white spirit in a jug bound with straw, and small cups. */
export function spirit(s: Sketch): string {
  const clay = s.pick([
    ['#c98a5a', '#8a4f2a', '#54290f'],
    ['#8a8578', '#5a564c', '#33302a'],
    ['#f6f1e2', '#d6cab0', '#a3957a'],
  ] as const);
  const jug =
    shadow(10, 2, 210) +
    path(
      'M-46 -430V-340C-46 -300 -190 -290 -190 -150C-190 -50 -130 0 -90 0H90C130 0 190 -50 190 -150C190 -290 46 -300 46 -340V-430Z',
      s.round(clay[0], clay[1], clay[2]),
    ) +
    path('M-62 -474Q0 -500 62 -474L70 -414Q0 -396 -70 -414Z', '#b3272a') +
    box(-66, -424, 132, 20, 10, '#e7c886') +
    times(5, (i) =>
      line(`M${-186 + i * 2} ${-190 + i * 15}Q0 ${-150 + i * 15} ${186 - i * 2} ${-190 + i * 15}`, i % 2 ? '#e7c886' : '#c9a052', 9),
    ) +
    oval(-104, -230, 20, 56, '#fff', 'opacity=".3" transform="rotate(22 -104 -230)"');
  const cup = (x: number, y: number) =>
    at(
      x,
      y,
      shadow(2, 2, 56) +
        oval(0, -66, 50, 13, '#d9ccb0') +
        oval(0, -64, 42, 9, '#eef4f2') +
        path('M-50 -66L-34 -4Q0 6 34 -4L50 -66A50 13 0 0 1 -50 -66Z', s.across('#fffaf0', '#fffaf0', '#cbbb9b')),
    );
  return (
    at(170, 760, riceEar(), -12) +
    at(230, 770, riceEar(), 4) +
    at(700, FLOOR + 10, bottle(s, 190, 500, ['#f6fbfa', '#dcebe8', '#a9c2be'], s.pick(['#b3272a', '#234f3a', '#d8a63a']), '#3f6f6a')) +
    at(440, FLOOR + 30, jug) +
    cup(870, FLOOR + 46) +
    cup(990, FLOOR + 30) +
    cup(940, FLOOR + 90)
  );
}

const riceEar = (): string =>
  line('M0 0Q-6 -200 60 -360', '#b98a2c', 6) +
  times(14, (i) =>
    at(-4 + i * i * 0.33, -150 - i * 15.5, oval(i % 2 ? 13 : -13, 0, 9, 21, i % 3 ? '#e3b64c' : '#d09a2f'), (i % 2 ? 30 : -30) + 12),
  ) +
  at(0, -40, leaf(230, 20, '#9aa63f', '#dfe0a0'), -16);

/** Set 15: fruit wine with its glass. */
export function wine(s: Sketch): string {
  const tone = s.pick([
    ['#c96a86', '#7a1736', '#3d0619'],
    ['#f0d27a', '#c8982c', '#7f5a0c'],
    ['#b48ac2', '#5d2f7a', '#2f1244'],
    ['#eaa07a', '#b4502a', '#6b2710'],
  ] as const);
  const stem =
    shadow(0, 2, 90) +
    oval(0, -4, 84, 15, '#e9eceb', 'opacity=".9"') +
    box(-6, -190, 12, 186, 6, '#f4f6f5') +
    path('M-96 -400C-100 -270 -50 -190 0 -190S100 -270 96 -400Z', '#f7f7f2', 'opacity=".65"') +
    path('M-93 -330C-88 -240 -46 -196 0 -196S88 -240 93 -330Z', s.down(tone[0], tone[1])) +
    oval(0, -330, 93, 16, tone[0]) +
    oval(-60, -330, 10, 54, '#fff', 'opacity=".5"') +
    oval(0, -400, 96, 15, 'none', 'stroke="#fff" stroke-width="4"');
  const grape = (x: number, y: number) =>
    at(x, y, disc(0, 0, 36, s.round(tone[0], tone[1], tone[2])) + oval(-11, -13, 8, 5, '#fff', 'opacity=".55"'));
  const bunch = [
    [-110, 0],
    [-44, 4],
    [24, 2],
    [90, 0],
    [-78, -54],
    [-10, -52],
    [56, -54],
    [-44, -104],
    [22, -104],
  ]
    .map(([x, y]) => grape(x!, y!))
    .join('');
  return (
    at(420, FLOOR + 20, bottle(s, 210, 590, tone, s.pick(['#3a1a10', '#b98a2c', '#7a1736']), tone[1])) +
    at(745, FLOOR + 30, stem, 0, 1.05) +
    at(
      960,
      FLOOR + 60,
      shadow(0, 36, 170) +
        at(0, 0, bunch, 0, 1.15) +
        at(30, -150, leaf(150, 56, GREENS[1], '#dfe9b8'), 50) +
        at(0, -150, leaf(120, 46, GREENS[2], '#dfe9b8'), -50),
    ) +
    at(215, FLOOR + 74, grape(0, 0) + grape(70, 14))
  );
}

/** Set 16: bottled water. */
export function water(s: Sketch): string {
  const blue = s.pick([
    ['#e6f5fb', '#a9d9ee', '#5fa3c7'],
    ['#e2f6f0', '#a2dccb', '#52a18d'],
    ['#eaf0fb', '#b3c8ee', '#6d88c4'],
  ] as const);
  const hills =
    path('M150 660C300 420 420 380 520 520C600 350 760 330 860 500C930 430 1010 470 1080 660Z', blue[2], 'opacity=".35"') +
    path(
      'M420 470C450 430 480 430 510 470L480 490L462 470L444 492ZM700 420C735 380 770 382 806 424L770 452L748 424L724 450Z',
      '#fff',
      'opacity=".75"',
    );
  const drop = (x: number, y: number, k: number) =>
    at(x, y, path('M0 -34C16 -10 26 2 26 18A26 26 0 0 1 -26 18C-26 2 -16 -10 0 -34Z', s.round('#ffffff', blue[1], blue[2])), 0, k);
  return (
    hills +
    at(380, FLOOR + 26, bottle(s, 200, 500, blue, blue[2], blue[2], 0.9)) +
    at(615, FLOOR + 40, bottle(s, 220, 570, blue, blue[2], blue[2], 0.9)) +
    at(870, FLOOR + 50, glass(s, 190, 250, [blue[0], blue[1]])) +
    drop(200, 790, 1) +
    drop(260, 820, 0.6) +
    drop(1010, 800, 0.9) +
    drop(1060, 826, 0.6) +
    drop(760, 826, 0.7)
  );
}

/** Set 17: juice. */
export function softDrink(s: Sketch): string {
  const juice = s.pick([
    ['#ffd27a', '#f2961e', '#bd6408'],
    ['#f49aa6', '#d6405c', '#8a1830'],
    ['#d9ea9a', '#93b93a', '#587a1e'],
    ['#d9b3e6', '#8f55ad', '#532a6b'],
    ['#ffe9a0', '#f0c030', '#b58408'],
  ] as const);
  const cubes = [
    [-50, -190, 12],
    [30, -206, -16],
    [-8, -150, 30],
  ]
    .map(([x, y, a]) => at(x!, y!, box(-32, -32, 64, 64, 12, '#fff', 'opacity=".45"'), a!))
    .join('');
  return (
    line('M880 260L800 560', '#d6405c', 18) +
    line('M880 260l80 -34', '#d6405c', 18) +
    at(800, FLOOR + 50, glass(s, 250, 340, [juice[0], juice[1]]) + cubes) +
    at(370, FLOOR + 20, bottle(s, 190, 510, juice, '#e9e2cf', juice[2])) +
    at(575, FLOOR + 34, bottle(s, 175, 440, juice, '#e9e2cf', juice[2])) +
    lemon(1030, 770) +
    at(930, 820, disc(0, 0, 46, s.round(juice[0], juice[1], juice[2]))) +
    at(200, FLOOR + 60, leaf(150, 40, GREENS[0], '#dfe9b8'), 66) +
    at(190, FLOOR + 70, leaf(130, 36, GREENS[2], '#dfe9b8'), 110)
  );
}
