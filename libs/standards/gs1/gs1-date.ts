import { StandardError, type Result } from '../failure/standard-error.js';
import { isIsoDay } from '../local-time/days.js';

const twoDigits = (value: number): string => String(value).padStart(2, '0');
const lastDayOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Whether six digits are a GS1 date YYMMDD. Day `00` is allowed: it means "some day of this month". */
export function isGs1Date(yymmdd: string): boolean {
  if (!/^[0-9]{6}$/.test(yymmdd)) return false;
  const month = Number(yymmdd.slice(2, 4));
  const day = Number(yymmdd.slice(4));
  // Of the years a two-digit year can mean, 2000 is the only century year, and it is a leap year: 2000 + YY decides.
  return month >= 1 && month <= 12 && day <= lastDayOfMonth(2000 + Number(yymmdd.slice(0, 2)), month);
}

/**
 * A day as GS1 writes it: `2026-12-31` → `261231`.
 * @throws StandardError `gs1.date`
 */
export function toGs1Date(isoDay: string): string {
  if (!isIsoDay(isoDay)) throw new StandardError('gs1.date', isoDay);
  return isoDay.slice(2, 4) + isoDay.slice(5, 7) + isoDay.slice(8, 10);
}

/**
 * A GS1 date as a day. The century is the one that brings the year within 50 years of `referenceYear`
 * (General Specifications 7.12); day `00` reads as the last day of the month, with `dayGiven: false`.
 */
export function parseGs1Date(
  yymmdd: string,
  referenceYear: number,
): Result<{ readonly isoDay: string; readonly dayGiven: boolean }, 'gs1.date'> {
  if (!isGs1Date(yymmdd)) return { ok: false, code: 'gs1.date' };
  const distance = Number(yymmdd.slice(0, 2)) - (referenceYear % 100);
  const century = Math.floor(referenceYear / 100) + (distance >= 51 ? -1 : distance <= -50 ? 1 : 0);
  const year = century * 100 + Number(yymmdd.slice(0, 2));
  const month = Number(yymmdd.slice(2, 4));
  const day = Number(yymmdd.slice(4));
  if (day > lastDayOfMonth(year, month)) return { ok: false, code: 'gs1.date' };
  return {
    ok: true,
    isoDay: `${year}-${twoDigits(month)}-${twoDigits(day === 0 ? lastDayOfMonth(year, month) : day)}`,
    dayGiven: day !== 0,
  };
}
