import { at, box, disc, line, oval, path, times, type Sketch } from './sketch.js';
import { FLOOR, flower, leaf, scatter, shadow } from './things.js';
import { GREENS } from './garnish.js';
import { deer } from './market.js';

/** Set 23: cut flowers in a vase. */
export function flowers(s: Sketch): string {
  const bloom = s.pick([
    ['#f7a8b8', '#d4476a', '#f6d06a'],
    ['#ffe08a', '#eda31f', '#8a5a10'],
    ['#ffffff', '#f3dfe6', '#f2c230'],
    ['#d6b5ea', '#8d5fb5', '#f2d36a'],
    ['#f58a6a', '#c93a26', '#f6d06a'],
  ] as const);
  const stems = [
    [-230, -330],
    [-120, -450],
    [0, -390],
    [120, -470],
    [230, -340],
    [-60, -300],
    [70, -290],
  ] as const;
  const pot = 'M-120 -250C-150 -170 -130 -40 -90 0H90C130 -40 150 -170 120 -250Z';
  return (
    at(
      600,
      FLOOR + 30,
      shadow(8, 2, 150) +
        stems.map(([x, y]) => line(`M0 -200Q${x * 0.3} ${y * 0.7} ${x} ${y}`, '#4f8a3a', 8)).join('') +
        times(10, (i) => at(s.between(-60, 60), -250, leaf(s.between(170, 250), 42, GREENS[i % 4]!, '#dfe9b8'), -100 + i * 22)) +
        stems.map(([x, y], i) => at(x, y, flower(s, i < 5 ? 108 : 92, 9 + (i % 3) * 2, bloom[0], bloom[1], bloom[2]), i * 17)).join('') +
        path(pot, s.across('#fffaf0', '#efe4cb', '#bfae8a')) +
        s.clip(
          pot,
          line('M-150 -130Q0 -90 150 -130', '#2f5f8a', 9, 'opacity=".7"') +
            times(6, (i) => disc(-110 + i * 44, -168 + Math.abs(2.5 - i) * -7, 7, '#2f5f8a', 'opacity=".7"')),
        ) +
        oval(-84, -140, 12, 66, '#fff', 'opacity=".6"'),
      0,
      1.1,
    ) + scatter(s, 7, 230, 980, () => oval(0, 0, 24, 13, s.pick([bloom[0], bloom[1]])), FLOOR + 70, FLOOR + 118)
  );
}

/** Set 24: a bonsai in its tray. */
export function bonsai(s: Sketch): string {
  const crown = s.says('mai')
    ? (['#f2c230', '#ffdf6b', '#d9a11c', '#ffeeb0'] as const)
    : s.pick([GREENS, ['#6aa046', '#8ab84e', '#4f8a3a', '#a5c65a'], ['#e79ab0', '#f4c3d0', '#d4708e', '#f9dbe2']] as const);
  const cloud = (x: number, y: number, k: number) =>
    at(
      x,
      y,
      times(9, (i) => disc(Math.cos(i * 0.7) * 96, Math.sin(i * 0.7) * 34 - 10, 52, crown[i % 4]!)) +
        oval(0, 22, 130, 26, '#10200c', 'opacity=".15"') +
        times(22, () => oval(s.between(-120, 120), s.between(-60, 40), 12, 6, crown[Math.floor(s.random() * 4)]!)),
      0,
      k,
    );
  const mirror = s.random() < 0.5 ? -1 : 1;
  return (
    `<g transform="translate(600 0) scale(${mirror} 1)">` +
    shadow(0, 790, 330) +
    path('M-290 700H290L250 780Q246 792 230 792H-230Q-246 792 -250 780Z', s.across('#4f6f8a', '#35506a', '#1f3345')) +
    box(-310, 682, 620, 30, 12, '#5f829f') +
    oval(0, 684, 280, 26, '#4b3a24') +
    path(
      'M-70 690C-60 600 -150 560 -110 460C-80 390 40 400 30 300C60 380 0 440 -30 490C-40 560 40 600 60 690Z',
      s.across('#8a5f38', '#6b4524', '#42280f'),
    ) +
    line('M-90 500C-180 480 -210 440 -240 420M-20 470C80 450 130 430 190 400', '#6b4524', 24) +
    cloud(-250, 390, 1.05) +
    cloud(200, 370, 1.1) +
    cloud(20, 250, 1.25) +
    times(12, (i) => disc(-200 + i * 36, 684 + (i % 2) * 8, 12, i % 3 ? '#6f8f3f' : '#8aa552')) +
    '</g>'
  );
}

/** Set 25: ornamental fish in a bowl, or a bird. */
export function animals(s: Sketch): string {
  if (s.says('huou', 'nai', 'ngua', 'de')) return deer(s);
  const scale = s.pick([
    ['#ffb36a', '#ef6a24', '#b03a0a'],
    ['#fff', '#f2e2d6', '#d9552e'],
    ['#ffd97a', '#eda51c', '#b06a08'],
  ] as const);
  const fish =
    path('M-92 0C-70 -58 20 -64 66 -8C20 52 -70 56 -92 0Z', s.round(scale[0], scale[1], scale[2])) +
    path('M54 -6C96 -70 150 -80 168 -54C150 -30 150 -6 172 24C146 60 90 50 54 2Z', scale[1], 'opacity=".85"') +
    path('M-20 -48C0 -92 50 -84 52 -40Z', scale[2], 'opacity=".8"') +
    path('M-30 44C-20 84 20 82 22 40Z', scale[2], 'opacity=".7"') +
    disc(-58, -10, 11, '#fff') +
    disc(-60, -10, 6, '#20242a');
  const tank = 'M-170 -480C-340 -400 -360 -120 -200 0H200C360 -120 340 -400 170 -480Z';
  return at(
    600,
    FLOOR + 50,
    shadow(0, 2, 290) +
      path(tank, '#eef7f8', 'opacity=".7"') +
      s.clip(
        tank,
        box(-400, -390, 800, 400, 0, s.down('#bfe4ea', '#7cc0cf')) +
          oval(0, -390, 330, 34, '#e6f6f8', 'opacity=".8"') +
          box(-400, -46, 800, 60, 0, '#d9bd84') +
          times(24, (i) => disc(-250 + i * 22, -44 + (i % 3) * 10, 17, s.pick(['#e9d3a0', '#c9a763', '#f3e6c4']))) +
          [-190, -150, 190]
            .map((x) =>
              at(
                x,
                -40,
                times(3, (i) => at(0, 0, leaf(210, 24, GREENS[i]!, '#cfe3a0'), -22 + i * 22)),
              ),
            )
            .join('') +
          at(-70, -230, fish, 4, 1.25) +
          at(90, -120, `<g transform="scale(-1 1)">${fish}</g>`, -6, 0.9) +
          times(6, (i) => disc(-190 + (i % 2) * 14, -250 - i * 22, 6 + (i % 3) * 3, '#fff', 'opacity=".7"')) +
          oval(-220, -240, 22, 110, '#fff', 'opacity=".45" transform="rotate(12 -220 -240)"'),
      ) +
      oval(0, -480, 172, 28, 'none', 'stroke="#fff" stroke-width="9"'),
    0,
    1.05,
  );
}
