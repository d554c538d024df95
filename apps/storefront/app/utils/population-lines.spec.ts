import { readPopulationLines } from './population-lines.js';

describe('lines of population', () => {
  it('are codes and numbers, with points or without, one place a line', () => {
    expect(readPopulationLines('01 8.500.000\n\n31117;12,300\n92\t1 250 000 ')).toEqual({
      places: [
        { code: '01', people: 8_500_000 },
        { code: '31117', people: 12_300 },
        { code: '92', people: 1_250_000 },
      ],
      wrong: null,
    });
  });

  it.each(['1 8500000', '01', '01 nhiều', '01 0', 'Hà Nội 8500000'])('name the line that is none: %s', (line) => {
    expect(readPopulationLines(`92 1250000\n${line}`)).toEqual({ places: [], wrong: 2 });
  });
});
