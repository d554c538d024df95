import { historyDays } from './history-days.rules.js';

/** The first local day of the history, seen from a moment in Viet Nam. */
function firstDayFrom(moment: string): string {
  const until = new Date(`${moment}:00+07:00`);
  return new Date(until.getTime() - historyDays(until) * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10);
}

describe('the history of the demo', () => {
  it.each([
    ['2026-10-01', '2026-03-12'],
    ['2026-10-10', '2026-03-12'],
    ['2026-10-15', '2026-03-12'],
    ['2027-01-01', '2026-06-11'],
    ['2027-04-10', '2026-09-11'],
    ['2027-07-15', '2026-12-12'],
  ])('begins on %s in the quarter before the one it closes, since the last cannot be closed yet', (day, first) => {
    expect(['00:05', '23:55'].map((clock) => firstDayFrom(`${day}T${clock}`))).toEqual([first, first]);
  });

  it.each([
    ['2026-10-16', '2026-04-27'],
    ['2026-11-26', '2026-06-07'],
    ['2026-12-31', '2026-06-11'],
    ['2027-07-16', '2027-01-25'],
  ])('begins on %s in the quarter it closes, since the last one is still to close', (day, first) => {
    expect(['00:05', '23:55'].map((clock) => firstDayFrom(`${day}T${clock}`))).toEqual([first, first]);
  });
});
