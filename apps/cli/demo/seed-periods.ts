import type { INestApplicationContext } from '@nestjs/common';
import { ClosePeriod } from '@choxa/audit';
import { EventWorkers, type Actor, type SettableClock } from '@choxa/platform';
import { localQuarter, parsePeriod, periodKey, shiftPeriod } from '@choxa/standards';

const DAY_MS = 86_400_000;
const CLOSED_DAYS_AGO = 5;
const REASON = 'Lúc chốt lần đầu chưa nhập số dân của các tỉnh nên chưa tính được chỉ tiêu 2.';

/**
 * Closes the quarter before the last one, and corrects it after `meanwhile`, which enters what was missing. The last one stays open, so that
 * an official has one to close.
 */
export async function seedPeriods(
  app: INestApplicationContext,
  official: Actor,
  clock: SettableClock,
  until: Date,
  meanwhile: () => Promise<void>,
): Promise<void> {
  const running = parsePeriod(localQuarter(until));
  if (!running.ok) return;
  const quarter = periodKey(shiftPeriod(running.period, -2));
  const closePeriod = app.get(ClosePeriod, { strict: false });
  await app.get(EventWorkers).drain();
  clock.set(new Date(until.getTime() - CLOSED_DAYS_AGO * DAY_MS));
  await closePeriod.run(official, quarter, null);
  clock.set(until);
  await meanwhile();
  await closePeriod.run(official, quarter, REASON);
}
