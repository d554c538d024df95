import type { INestApplicationContext } from '@nestjs/common';
import { ConfirmPeriod, ProposePeriod } from '@choxa/audit';
import { EventWorkers, type Actor, type SettableClock } from '@choxa/platform';
import { localQuarter, parsePeriod, periodKey, shiftPeriod } from '@choxa/standards';

const DAY_MS = 86_400_000;
const CLOSED_DAYS_AGO = 5;
const REASON = 'Lúc chốt lần đầu chưa nhập số dân của các tỉnh nên chưa tính được chỉ tiêu 2.';

/** One proposes, the other confirms. */
interface Officials {
  readonly officialOfNation: Actor;
  readonly secondOfficialOfNation: Actor;
}

/**
 * Two officials close the quarter before the last one, and correct it after `meanwhile`, which enters what was missing. The last one stays open, so
 * that there is one to close.
 */
export async function seedPeriods(
  app: INestApplicationContext,
  { officialOfNation, secondOfficialOfNation }: Officials,
  clock: SettableClock,
  until: Date,
  meanwhile: () => Promise<void>,
): Promise<void> {
  const running = parsePeriod(localQuarter(until));
  if (!running.ok) return;
  const quarter = periodKey(shiftPeriod(running.period, -2));
  const close = async (reason: string | null) => {
    const { sha256 } = await app.get(ProposePeriod, { strict: false }).run(officialOfNation, quarter, reason);
    await app.get(ConfirmPeriod, { strict: false }).run(secondOfficialOfNation, quarter, sha256);
  };
  await app.get(EventWorkers).drain();
  clock.set(new Date(until.getTime() - CLOSED_DAYS_AGO * DAY_MS));
  await close(null);
  clock.set(until);
  await meanwhile();
  await close(REASON);
}
