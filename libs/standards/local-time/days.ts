import { StandardError } from '../failure/standard-error.js';

/** Ways in which a text can fail to be a day, period or instant. */
export type LocalTimeCode = 'time.day' | 'time.period' | 'time.instant';

/** The zone in which days and quarters are cut. */
export const LOCAL_TIME_ZONE = 'Asia/Ho_Chi_Minh';

/** Its distance from UTC: the same all year, and unchanged since 1975. */
export const LOCAL_OFFSET = '+07:00';

const OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

/** From `from` (belongs to it) until `until` (belongs to the next). */
export interface InstantRange {
  readonly from: Date;
  readonly until: Date;
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isIsoDay(text: string): boolean {
  const match = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/**
 * The day on the wall calendar in Vietnam at an instant: 17:00 UTC is already the next day.
 * @throws StandardError `time.instant`
 */
export function localDay(instant: Date): string {
  return shifted(instant).toISOString().slice(0, 10);
}

/** The instants between which a day lasts. @throws StandardError `time.day` */
export function localDayBounds(day: string): InstantRange {
  return { from: startOfDay(day), until: startOfDay(addDays(day, 1)) };
}

/** The instant at which a day begins. @throws StandardError `time.day` */
export function startOfDay(day: string): Date {
  return new Date(epochDay(day) * DAY_MS - OFFSET_MS);
}

/** RFC 3339 with the local offset: `2026-09-20T08:00:00.000+07:00`. @throws StandardError `time.instant` */
export function toLocalTimestamp(instant: Date): string {
  return shifted(instant).toISOString().replace('Z', LOCAL_OFFSET);
}

/** The day `count` days later (or earlier, when negative). @throws StandardError `time.day` */
export function addDays(day: string, count: number): string {
  return fromEpochDay(epochDay(day) + count);
}

/** The same day of the month `count` months later; where that month is shorter, its last day. @throws StandardError `time.day` */
export function addMonths(day: string, count: number): string {
  epochDay(day);
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count;
  const [year, month] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  const dayOfMonth = Math.min(Number(day.slice(8)), daysInMonth(year, month));
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
}

/** Days from `earlier` to `later`; negative when they are the other way round. @throws StandardError `time.day` */
export function daysBetween(earlier: string, later: string): number {
  return epochDay(later) - epochDay(earlier);
}

/** Whether a day is worked: Monday to Friday and not in `holidays` (Tết and the rest come from a dated table). */
export function isWorkingDay(day: string, holidays: ReadonlySet<string>): boolean {
  // Day 0 of the epoch was a Thursday.
  const weekday = (((epochDay(day) + 4) % 7) + 7) % 7;
  return weekday >= 1 && weekday <= 5 && !holidays.has(day);
}

/** The `count`-th working day after a day. @throws StandardError `time.day` */
export function addWorkingDays(day: string, count: number, holidays: ReadonlySet<string>): string {
  let reached = day;
  for (let left = count; left > 0;) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached, holidays)) left -= 1;
  }
  return reached;
}

/** A day as people read it, `20/09/2026`. @throws StandardError `time.day` */
export function formatDay(day: string): string {
  epochDay(day);
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

function epochDay(day: string): number {
  if (!isIsoDay(day)) throw new StandardError('time.day', day);
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

function fromEpochDay(days: number): string {
  const day = new Date(days * DAY_MS);
  if (Number.isNaN(day.getTime())) throw new StandardError('time.day', String(days));
  return day.toISOString().slice(0, 10);
}

function shifted(instant: Date): Date {
  const moved = new Date(instant.getTime() + OFFSET_MS);
  if (Number.isNaN(moved.getTime())) throw new StandardError('time.instant');
  return moved;
}

const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

const pad = (value: number, width: number): string => String(value).padStart(width, '0');
