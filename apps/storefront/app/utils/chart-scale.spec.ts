import { runsOf, scaleOf } from './chart-scale.js';

it.each([
  [[], [0, 1]],
  [[0], [0, 1]],
  [
    [3, 41, 87],
    [0, 50, 100],
  ],
  [
    [-12.5, 30],
    [-20, 0, 20, 40],
  ],
  [
    [1.2, 3.9],
    [0, 1, 2, 3, 4],
  ],
  [
    [0.31, 0.07],
    [0, 0.1, 0.2, 0.3, 0.4],
  ],
  [
    [-30, -2],
    [-30, -20, -10, 0],
  ],
])('the scale of %j holds zero and all values in round steps', (values, steps) => {
  expect(scaleOf(values)).toEqual({ low: steps[0], high: steps.at(-1), steps });
});

it('a quarter in which nothing arose leaves a gap; a zero does not', () => {
  expect(runsOf([null, 10, 0, null, null, 30, null])).toEqual([
    [
      { at: 1, value: 10 },
      { at: 2, value: 0 },
    ],
    [{ at: 5, value: 30 }],
  ]);
  expect(runsOf([null, null])).toEqual([]);
});
