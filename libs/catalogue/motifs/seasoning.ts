import { at, box, disc, oval, path, times, type Sketch } from './sketch.js';
import { bottle, bowl, FLOOR, scatter, shadow } from './things.js';
import { chilli, garlic } from './garnish.js';
import { CLAY } from './kitchen.js';

/** Set 9: a bottle of fish sauce with a dipping bowl. */
export function sauce(s: Sketch): string {
  const glass = s.pick([
    ['#f2b65a', '#b35a12', '#6a2d05'],
    ['#e88a4a', '#a33a12', '#5b1b06'],
    ['#8a5a34', '#4a2810', '#241005'],
  ] as const);
  const dip =
    oval(0, 0, 138, 26, glass[1]) +
    oval(-20, -4, 90, 14, glass[0], 'opacity=".5"') +
    times(9, (i) => at(-90 + i * 22, -6 + (i % 3) * 6, oval(0, 0, 12, 6, i % 2 ? '#d33a2a' : '#f4ecd2'), i * 40));
  const anchovy =
    path('M-90 0C-60 -26 40 -28 70 -4L100 -24C94 -6 94 10 100 26L70 6C40 28 -60 26 -90 0Z', s.down('#9fb6c2', '#e4edf0', '#6d8796')) +
    disc(-70, -3, 5, '#26323a');
  return (
    at(690, FLOOR + 20, bottle(s, 200, 560, glass, s.pick(['#b3272a', '#d8a63a', '#234f3a']), glass[2])) +
    at(450, FLOOR + 34, bottle(s, 190, 490, glass, s.pick(['#b3272a', '#d8a63a', '#234f3a']), glass[2])) +
    at(935, FLOOR + 60, bowl(s, 300, 110, CLAY, dip, '#2f5f8a')) +
    [
      [215, 770, -8],
      [300, 805, 6],
      [180, 815, -2],
    ]
      .map(([x, y, a]) => at(x!, y!, shadow(0, 22, 84) + anchovy, a!, 1.2))
      .join('') +
    chilli(640, 825, -6)
  );
}

/** Set 10: pepper, star anise, chilli and a mortar. */
export function spice(s: Sketch): string {
  const corn = s.pick([
    ['#6a5a4c', '#2e231b'],
    ['#f2e3c4', '#c3a26a'],
    ['#c9583a', '#7a2412'],
  ] as const);
  const grainOf = (r: number) => disc(0, 0, r, s.round(corn[0], corn[1], '#150d08'));
  const heap =
    path('M-180 4C-130 -80 -60 -118 0 -118S130 -80 180 4Z', corn[1]) +
    times(90, () => {
      const a = s.between(-1, 1);
      return at(a * 168, -s.between(0, 112) * (1 - a * a), grainOf(12));
    });
  const star =
    times(8, (i) => at(0, 0, path('M0 0C-18 -20 -16 -52 0 -70C16 -52 18 -20 0 0Z', '#8a4a22') + oval(0, -40, 5, 13, '#d9a05a'), i * 45)) +
    disc(0, 0, 10, '#5a2c10');
  const mortar =
    shadow(8, 0, 190) +
    path('M-170 -230C-170 -90 -120 -40 -100 -30L-110 0H110L100 -30C120 -40 170 -90 170 -230Z', s.across('#b9b3a6', '#8d877b', '#5c574e')) +
    oval(0, -230, 170, 36, '#6e695f') +
    oval(0, -226, 148, 26, '#4a463f');
  const pestle = at(70, -210, box(-26, -260, 52, 300, 26, s.across('#cfc9bc', '#9a9488', '#66615a')), 28);
  const pods = times(6, (i) => chilli(330 + (i % 3) * 90, 770 + Math.floor(i / 3) * 40, -18 + i * 11));
  return (
    at(380, FLOOR + 10, pestle + mortar) +
    at(800, FLOOR + 50, bowl(s, 420, 180, CLAY, heap, '#8a4a22')) +
    pods +
    at(1010, 800, star) +
    at(930, 830, star, 24, 0.8) +
    at(180, 800, star, 10, 0.9) +
    scatter(s, 14, 560, 1060, () => grainOf(11), FLOOR + 85, FLOOR + 125) +
    at(600, 800, garlic(s))
  );
}
