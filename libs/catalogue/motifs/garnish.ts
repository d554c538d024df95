import { at, disc, line, oval, path, times, type Sketch } from './sketch.js';
import { shadow } from './things.js';

export const GREENS = ['#4f8a3a', '#3f7a3a', '#6aa046', '#2f6b3c'] as const;

export const lemon = (x: number, y: number): string =>
  at(
    x,
    y,
    shadow(6, 56, 64) +
      disc(0, 0, 58, '#e3b62a') +
      disc(0, 0, 49, '#fff6cf') +
      times(8, (i) => at(0, 0, path('M0 -6L13 -38Q0 -48 -13 -38Z', '#f6d75a'), i * 45)),
  );

export const chilli = (x: number, y: number, turn: number): string =>
  at(
    x,
    y,
    path('M-70 0C-30 -34 50 -26 84 22C40 6 -20 26 -70 10Z', '#cf2f26') +
      line('M-30 -8C10 -14 40 -4 60 8', '#fff', 5, 'opacity=".35"') +
      line('M-70 5q-22 -4 -32 -20', '#4f8a3a', 9),
    turn,
  );

export const blossom = (petal = '#fff', heart = '#f2b51f'): string =>
  times(5, (i) => at(0, 0, oval(0, -22, 14, 21, petal), i * 72)) + disc(0, 0, 11, heart);

export const garlic = (s: Sketch): string =>
  shadow(4, 60, 76) +
  path('M0 -84C14 -50 74 -30 74 20C74 58 36 66 0 66S-74 58 -74 20C-74 -30 -14 -50 0 -84Z', s.round('#ffffff', '#f0e4d4', '#bfa98c')) +
  line('M0 -60C-8 -20 -8 30 0 62M-30 -30C-46 0 -44 40 -28 60M30 -30C46 0 44 40 28 60', '#c9a9b8', 4, 'opacity=".7"');
