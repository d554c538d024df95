import { Injectable } from '@nestjs/common';
import { addWorkingDays } from '@choxa/standards';
import { sql, type Tx } from '../database/database.js';

/** Counts legal periods in working days, by the dated table of holidays. */
@Injectable()
export class WorkingDays {
  /** The `count`-th working day after `day`; both `YYYY-MM-DD`, local. */
  async after(tx: Tx, day: string, count: number): Promise<string> {
    const holidays = await sql<{ day: string }>(tx, 'select day::text from platform.holiday where day > $1', [day]);
    return addWorkingDays(day, count, new Set(holidays.map((holiday) => holiday.day)));
  }
}
