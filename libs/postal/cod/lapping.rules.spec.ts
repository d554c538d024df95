import { findLaps, type CashMove } from './lapping.rules.js';

let minute = 0;
const later = () => new Date(Date.UTC(2026, 10, 16, 0, (minute += 1)));
const takes = (number: string, amountVnd = 100): CashMove => ({ kind: 'in', number, amountVnd, at: later() });
const handsOver = (amountVnd: number): CashMove => ({ kind: 'out', amountVnd, at: later() });

describe('lapping', () => {
  it('is found where later money covers what an earlier hand-over left open', () => {
    const laps = findLaps([takes('A'), takes('B'), handsOver(100), takes('C'), handsOver(100), takes('D'), handsOver(100)]);
    expect(laps.map(({ covered, left, amountVnd }) => [covered, left, amountVnd])).toEqual([
      [['B'], ['C'], 100],
      [['C'], ['D'], 100],
    ]);
  });

  it('is found where only part of the earlier money was missing', () => {
    const [lap] = findLaps([takes('A'), handsOver(60), takes('B'), handsOver(70)]);
    expect(lap).toMatchObject({ covered: ['A'], left: ['B'], amountVnd: 40 });
  });

  it.each<[string, CashMove[]]>([
    ['everything is handed over each time', [takes('A'), handsOver(100), takes('B'), handsOver(100)]],
    ['one day is handed over in parts', [takes('A'), takes('B'), takes('C'), handsOver(100), handsOver(100), handsOver(100)]],
    ['everything is handed over late', [takes('A'), takes('B'), handsOver(100), takes('C'), handsOver(200)]],
    ['nothing is handed over yet', [takes('A'), takes('B')]],
    ['more is handed over than is known', [handsOver(50), takes('A'), handsOver(150)]],
  ])('is none when %s', (_, moves) => {
    expect(findLaps(moves)).toEqual([]);
  });
});
