import fc from 'fast-check';
import { addDays } from '@choxa/standards';
import { graceEnd, graceStep, type LabelPolicy } from './label-grace.rules.js';

const POLICY: LabelPolicy = { mode: 'grace', graceDays: 30, noticeDays: 7, reminderDays: [14, 7, 1] };
const TODAY = '2026-11-25';

it.each([
  ['published today', TODAY, '2026-12-25'],
  ['published ten days ago', '2026-11-15', '2026-12-15'],
  ['published last year, its label complete until now: told a week before', '2025-11-25', '2026-12-02'],
])('%s: sold until 30 days after, never less than 7 from now', (_, firstSoldOn, end) => {
  expect(graceEnd(POLICY, firstSoldOn, TODAY)).toBe(end);
});

it('without a grace nothing is sold unlabelled', () => {
  expect(graceEnd({ ...POLICY, mode: 'on' }, TODAY, TODAY)).toBe('2026-11-24');
});

it.each([
  [15, null, { kind: 'nothing' }],
  [14, null, { kind: 'remind', daysBefore: 14 }],
  [13, 14, { kind: 'nothing' }],
  [5, 14, { kind: 'remind', daysBefore: 7 }],
  [1, 7, { kind: 'remind', daysBefore: 1 }],
  [0, 1, { kind: 'nothing' }],
  [-1, 1, { kind: 'pause' }],
])('%s days before the end, reminded at %s: %j', (left, remindedDays, step) => {
  expect(graceStep(POLICY, { endsOn: addDays(TODAY, left), remindedDays, paused: false }, TODAY)).toEqual(step);
});

it('a paused pack is let go when the policy asks no more', () => {
  expect(graceStep({ ...POLICY, mode: 'off' }, { endsOn: TODAY, remindedDays: 1, paused: true }, TODAY)).toEqual({ kind: 'release' });
  expect(graceStep(POLICY, { endsOn: '2026-01-01', remindedDays: 1, paused: true }, TODAY)).toEqual({ kind: 'nothing' });
});

it('asked every day, it reminds of each number of days once and pauses once, on the day after the last', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 5 }), fc.nat(60), (reminderDays, graceDays) => {
      const policy: LabelPolicy = { mode: 'grace', graceDays, noticeDays: 0, reminderDays };
      const endsOn = graceEnd(policy, TODAY, TODAY);
      let grace = { endsOn, remindedDays: null as number | null, paused: false };
      const seen: string[] = [];
      for (let day = 0; day <= graceDays + 3; day += 1) {
        const step = graceStep(policy, grace, addDays(TODAY, day));
        if (step.kind === 'remind') grace = { ...grace, remindedDays: step.daysBefore };
        if (step.kind === 'pause') grace = { ...grace, paused: true };
        if (step.kind !== 'nothing') seen.push(`${day} ${step.kind}`);
      }
      expect(seen.filter((step) => step.endsWith('pause'))).toEqual([`${graceDays + 1} pause`]);
      // Those longer than the whole time fall together on its first day.
      const inTime = reminderDays.filter((days) => days < graceDays).length;
      expect(seen.length - 1).toBe(inTime + (reminderDays.some((days) => days >= graceDays) ? 1 : 0));
    }),
  );
});
