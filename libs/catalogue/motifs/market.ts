import { chilli, GREENS, lemon } from './garnish.js';
import { at, box, disc, line, n, oval, path, times, type Sketch } from './sketch.js';
import { leaf, nearer, shadow } from './things.js';

/** A round board with a bed of leaves, to lay things on. */
export const board = (): string =>
  shadow(600, 812, 470) +
  oval(600, 785, 480, 96, '#7c4f22') +
  oval(600, 770, 480, 94, '#c48f50') +
  oval(600, 768, 440, 80, '#dcb07a') +
  [300, 352, 396].map((rx) => oval(600, 768, rx, rx * 0.18, 'none', 'stroke="#a8733a" stroke-width="4" opacity=".5"')).join('') +
  times(7, (i) => at(600, 770, leaf(330, 66, GREENS[i % 4]!, '#dfe9b8'), -96 + i * 32));

/** Strips of smoked meat, for products of meat. */
export function meat(s: Sketch): string {
  const tone = s.pick([
    ['#b5603f', '#7d2f20', '#431510'],
    ['#c46a52', '#94382a', '#561b16'],
    ['#a8694a', '#6d3a24', '#3a1c0f'],
  ] as const);
  const strip = (long: number) =>
    path(
      `M${n(-long)} -34C${n(-long * 0.4)} -62 ${n(long * 0.4)} -24 ${n(long)} -44C${n(long + 26)} -20 ${n(long + 16)} 26 ${n(long - 6)} 38C${n(long * 0.3)} 22 ${n(-long * 0.4)} 60 ${n(-long)} 36C${n(-long - 24)} 14 ${n(-long - 18)} -20 ${n(-long)} -34Z`,
      s.down(tone[0], tone[1], tone[2]),
    ) +
    times(5, (i) =>
      line(
        `M${n(-long * 0.9 + i * 14)} ${n(-18 + i * 12)}C${n(-long * 0.3)} ${n(-34 + i * 14)} ${n(long * 0.3)} ${n(-4 + i * 10)} ${n(long * 0.9)} ${n(-22 + i * 12)}`,
        i % 2 ? '#f0c9a8' : tone[2],
        4,
        'opacity=".38"',
      ),
    );
  const rows: [number, number, number, number][] = [
    [440, 745, -5, 185],
    [760, 750, 6, 185],
    [600, 690, 2, 200],
    [470, 640, -4, 165],
    [735, 636, 5, 165],
    [600, 584, -2, 165],
  ];
  return nearer(
    1.2,
    board() +
      rows.map(([x, y, turn, long]) => at(x, y, strip(long), turn)).join('') +
      chilli(950, 800, 14) +
      chilli(255, 800, 196) +
      times(9, (i) => disc(330 + i * 68, 812 + (i % 3) * 9, 8, '#3b2a1c')),
  );
}

/** Shrimps on a tray, fresh or dried. */
export function shrimps(s: Sketch): string {
  const tone = s.pick([
    ['#ffc9a6', '#f08352', '#b8461f'],
    ['#ffb59c', '#e2603f', '#9d2d1a'],
  ] as const);
  const paint = s.down(tone[0], tone[1], tone[2]);
  const shrimp =
    path('M-118 26C-132 -60 -50 -122 40 -104C120 -88 150 -14 118 54C112 10 84 -24 30 -30C-30 -36 -66 -10 -74 34Z', paint) +
    times(6, (i) =>
      line(
        `M${n(-92 + i * 36)} ${n(-28 - Math.sin((i + 1) * 0.55) * 62)}q${n(6 + i * 3)} ${n(34 - i)} ${n(12 + i)} ${n(44 - i * 2)}`,
        tone[2],
        4,
        'opacity=".5"',
      ),
    ) +
    path('M118 54C138 66 150 92 142 116C128 96 112 92 92 104C92 82 102 64 118 54Z', tone[1]) +
    path('M-118 26C-152 22 -170 34 -186 52C-152 58 -96 64 -74 34Z', paint) +
    disc(-112, 20, 8, '#26211c') +
    line('M-160 40C-220 10 -226 -60 -190 -120M-166 44C-236 40 -262 -10 -250 -60', tone[2], 4) +
    times(4, (i) => line(`M${-52 + i * 34} ${n(8 - Math.sin(i) * 12)}q-4 22 -18 30`, tone[2], 5));
  const laid: [number, number, number, number][] = [
    [430, 740, -12, 1],
    [770, 745, 10, 1],
    [600, 700, -4, 1.05],
    [480, 625, 8, 0.95],
    [740, 630, -10, 0.95],
    [610, 570, 2, 0.9],
  ];
  return nearer(
    1.2,
    board() +
      laid.map(([x, y, turn, scale]) => at(x, y, shrimp, turn, scale)).join('') +
      lemon(1000, 790) +
      lemon(205, 800) +
      chilli(880, 815, 10),
  );
}

/** A spotted deer in the grass, for living animals that are no fish. */
export function deer(s: Sketch): string {
  const coat = s.across('#d9a066', '#b87738', '#8a5322');
  const leg = (x: number) => path(`M${x} -210L${x + 8} -20H${x + 34}L${x + 44} -210Z`, coat) + box(x + 6, -26, 32, 26, 6, '#4b2f17');
  const antler = 'M0 0C-10 -50 -50 -60 -58 -120M-22 -42C-4 -64 2 -86 0 -112M-44 -76C-66 -84 -84 -96 -92 -124';
  return (
    oval(600, 800, 560, 110, '#7f9f4c') +
    shadow(600, 800, 250) +
    at(
      560,
      800,
      leg(-150) +
        leg(60) +
        leg(-90) +
        leg(120) +
        path('M-190 -330C-120 -400 120 -380 180 -340C230 -300 220 -190 160 -180H-140C-220 -190 -230 -290 -190 -330Z', coat) +
        path('M110 -350C150 -420 180 -500 214 -560L300 -520C290 -440 270 -340 190 -250Z', coat) +
        path('M196 -600C250 -640 330 -600 392 -540C404 -520 380 -500 350 -502C300 -500 230 -500 206 -540Z', coat) +
        path('M214 -590C180 -640 150 -650 120 -640C130 -600 170 -570 210 -566Z', '#c98a4a') +
        disc(282, -566, 10, '#26211c') +
        oval(384, -528, 14, 11, '#3a2510') +
        at(250, -606, line(antler, '#8a6a44', 15)) +
        at(232, -604, line(antler, '#a5835a', 15), 24) +
        path('M-196 -320C-236 -330 -250 -300 -240 -270C-220 -280 -206 -290 -190 -300Z', '#f3e3c8') +
        path('M-120 -190C-40 -170 80 -172 140 -186C60 -214 -60 -214 -120 -190Z', '#f3e3c8', 'opacity=".8"') +
        times(17, (i) => oval(-150 + (i % 6) * 54 + (i > 11 ? 26 : 0), -340 + Math.floor(i / 6) * 42, 11, 8, '#f8ead0')),
    ) +
    times(16, (i) => at(90 + i * 68, s.between(800, 850), leaf(s.between(70, 120), 10, GREENS[i % 4]!, '#cfe3a0'), s.between(-24, 24)))
  );
}

/** Silk lanterns, hung and standing. */
export function lanterns(s: Sketch): string {
  const silks = s.pick([
    [
      ['#ff9a7a', '#d23a2a', '#8a1712'],
      ['#ffe08a', '#eda51c', '#a8690a'],
    ],
    [
      ['#b7dce8', '#4d93b3', '#215a78'],
      ['#ffc9d4', '#dd6a8c', '#8f2d50'],
    ],
    [
      ['#d9ea9a', '#8fb63f', '#4f7a24'],
      ['#ff9a7a', '#d23a2a', '#8a1712'],
    ],
  ] as const);
  const lantern = (silk: readonly [string, string, string], r: number, long: number) =>
    oval(0, 0, r, r * long, s.round(silk[0], silk[1], silk[2])) +
    [0.72, 0.4, 0.08].map((k) => oval(0, 0, r * k, r * long, 'none', `stroke="${silk[2]}" stroke-width="4" opacity=".45"`)).join('') +
    box(-r * 0.34, -r * long - 12, r * 0.68, 24, 6, '#7a4a22') +
    box(-r * 0.34, r * long - 12, r * 0.68, 24, 6, '#7a4a22') +
    times(5, (i) => line(`M${n(-r * 0.24 + i * r * 0.12)} ${n(r * long + 12)}v${n(70 + (i % 2) * 16)}`, silk[1], 7));
  return (
    [310, 610, 900].map((x, i) => line(`M${x} 0V${[240, 160, 275][i]}`, '#7a4a22', 6)).join('') +
    at(310, 400, lantern(silks[0], 165, 0.95)) +
    at(610, 390, lantern(silks[1], 180, 1.25)) +
    at(900, 430, lantern(silks[0], 160, 0.95))
  );
}
