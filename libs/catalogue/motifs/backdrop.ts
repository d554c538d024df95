import { box, disc, line, oval, path, times, type Sketch } from './sketch.js';

const ROOMS = [
  { wall: ['#fbe9c6', '#f3cf94'], sign: '#f8dca6', table: ['#c98d4e', '#a76c34'] },
  { wall: ['#f7e3cd', '#e9b995'], sign: '#f3cfae', table: ['#b77a4c', '#935a35'] },
  { wall: ['#eef0d3', '#cfd9a4'], sign: '#e0e7bd', table: ['#b98750', '#976636'] },
  { wall: ['#fdf0d9', '#f1d3a8'], sign: '#f6deb8', table: ['#8fa06a', '#6f8150'] },
  { wall: ['#f4e6d8', '#d9bfa6'], sign: '#ead3bd', table: ['#a5683f', '#81502f'] },
  { wall: ['#e4eee3', '#b9d2bb'], sign: '#d2e3d1', table: ['#c2935a', '#9f733f'] },
] as const;

/** A warm room: wall, a sign of the sun or a window behind the goods, and a table to stand on. */
export function backdrop(s: Sketch): string {
  const room = s.pick(ROOMS);
  const wall = box(0, 0, 1200, 900, 0, s.down(...room.wall));
  const kind = Math.floor(s.random() * 4);
  const behind =
    kind === 0
      ? disc(600, 430, 350, room.sign) + disc(600, 430, 290, '#fff', 'opacity=".18"')
      : kind === 1
        ? path('M270 680V400a330 330 0 0 1 660 0V680Z', room.sign) + path('M320 680V402a280 280 0 0 1 560 0V680Z', '#fff', 'opacity=".16"')
        : kind === 2
          ? disc(820, 330, 250, room.sign) +
            path('M0 690C160 560 300 540 430 600S720 480 900 540 1100 500 1200 470V720H0Z', room.sign, 'opacity=".8"')
          : times(9, (i) => box(60 + i * 130, 0, 56, 700, 0, room.sign, 'opacity=".55"')) + disc(600, 440, 330, room.sign);
  const table =
    box(0, 660, 1200, 240, 0, s.down(...room.table)) +
    box(0, 660, 1200, 12, 0, '#fff', 'opacity=".2"') +
    times(4, (i) =>
      line(`M${-20 + i * 40} ${710 + i * 50}C300 ${700 + i * 50} 800 ${724 + i * 50} 1220 ${706 + i * 52}`, '#2b1400', 3, 'opacity=".1"'),
    );
  const cloth =
    s.random() < 0.45
      ? oval(600, 790, 520, 92, '#fff6e2', 'opacity=".5"') +
        oval(600, 790, 490, 80, 'none', 'stroke="#fff6e2" stroke-width="5" stroke-dasharray="3 16" stroke-linecap="round" opacity=".8"')
      : '';
  return wall + behind + table + cloth;
}
