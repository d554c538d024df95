import { placedBefore, stepsAt, type EscalationStep } from './escalation.rules.js';

const step = (change: Partial<EscalationStep>): EscalationStep => ({
  action: 'reminder',
  afterMinutes: 60,
  fromHour: null,
  toHour: null,
  validFrom: '2026-01-01',
  validTo: null,
  ...change,
});
const at = (local: string) => new Date(`${local}+07:00`);

describe('steps towards a household that does not answer', () => {
  it('come in the sequence of their delays', () => {
    const steps = [step({ action: 'task', afterMinutes: 240 }), step({ action: 'alert', afterMinutes: 0 })];
    expect(stepsAt(steps, at('2026-11-16T12:00:00')).map(({ action }) => action)).toEqual(['alert', 'task']);
  });

  it.each([
    ['2026-11-16T05:59:59', 0],
    ['2026-11-16T06:00:00', 1],
    ['2026-11-16T20:59:59', 1],
    ['2026-11-16T21:00:00', 0],
  ])('wait for the hours of the table: at %s %s of them may be taken', (local, count) => {
    expect(stepsAt([step({ fromHour: 6, toHour: 21 })], at(local))).toHaveLength(count);
  });

  it.each([
    ['2025-12-31T23:59:59', 0],
    ['2026-01-01T00:00:00', 1],
    ['2026-05-31T23:59:59', 1],
    ['2026-06-01T00:00:00', 0],
  ])('count from their first day until their last, local time: at %s there are %s', (local, count) => {
    expect(stepsAt([step({ validTo: '2026-06-01' })], at(local))).toHaveLength(count);
  });

  it('are due so many minutes after the order was placed', () => {
    expect(placedBefore(step({}), at('2026-11-16T12:00:00'))).toEqual(at('2026-11-16T11:00:00'));
  });
});
