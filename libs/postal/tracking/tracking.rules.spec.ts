import type { ParcelEventCode } from '@choxa/standards';
import { foldScans, type FoldableScan } from '../scans/fold.rules.js';
import { trackingProgress } from './tracking.rules.js';

const ANNOUNCED = new Date('2026-11-16T02:00:00Z');
const history = (...codes: ParcelEventCode[]): FoldableScan[] =>
  codes.map((code, hour) => ({ id: `${hour}`, code, eventTime: new Date(ANNOUNCED.getTime() + (hour + 1) * 3_600_000), officeId: 'x' }));
const after = (...codes: ParcelEventCode[]) => {
  const scans = history(...codes);
  return trackingProgress(foldScans(scans).state, ANNOUNCED, scans);
};

describe('the five steps of tracking', () => {
  it.each<[ParcelEventCode[], number, string | null]>([
    [[], 1, 'accepted'],
    [['EMA'], 2, 'in_transit'],
    [['EMA', 'EDD', 'EDE'], 3, 'out_for_delivery'],
    [['EMA', 'EMG', 'EDF'], 3, 'out_for_delivery'],
    [['EMA', 'EDG'], 4, 'delivered'],
    [['EMA', 'EDG', 'EMH'], 4, 'out_for_delivery'],
    [['EMA', 'EDG', 'EMI'], 5, null],
    [['EMA', 'EDG', 'EMH', 'RTS'], 4, 'returned'],
    [['EMA', 'RTS', 'EDD', 'RTD'], 2, null],
  ])('after %j it is at step %i and next comes %s', (codes, step, next) => {
    expect(after(...codes)).toMatchObject({ step, nextStep: next });
  });

  it('gives a step the time at which it was first reached', () => {
    const { steps } = after('EMA', 'EDD', 'EMG', 'EDG', 'EMH', 'EDG');
    expect(steps.map((step) => step.reachedAt?.getUTCHours() ?? null)).toEqual([2, 3, 4, 6, null]);
  });

  it('passes over a step whose scan was never made', () => {
    const { step, steps } = after('EMA', 'EMI');
    expect(step).toBe(5);
    expect(steps.map(({ reachedAt }) => reachedAt !== null)).toEqual([true, true, false, false, true]);
  });
});
