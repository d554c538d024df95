import type { INestApplicationContext } from '@nestjs/common';
import type { Actor, SettableClock } from '@choxa/platform';
import { PlanRun, type DemoOffice } from '@choxa/postal';
import { acceptedParcels } from './accepted-parcels.js';

const HOUR_MS = 3_600_000;

/** A round of the demo clerk's office that waits for its courier. */
export async function seedRun(
  app: INestApplicationContext,
  offices: DemoOffice[],
  clerk: Actor,
  clock: SettableClock,
  until: Date,
): Promise<void> {
  const office = offices.find(({ code }) => code === 'TS-68-01')!;
  clock.set(new Date(until.getTime() - HOUR_MS));
  const parcels = await acceptedParcels(app, clerk, office, office, clock, 4);
  // Planned today, whatever the hour.
  clock.set(until);
  await app.get(PlanRun, { strict: false }).run(clerk, { officeId: office.id, name: 'Tuyến 1 – trong phường', parcels, communes: [] });
}
