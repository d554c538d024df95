import type { INestApplicationContext } from '@nestjs/common';
import { EnterPopulation } from '@choxa/audit';
import { Places } from '@choxa/places';
import type { Actor } from '@choxa/platform';

/** Invented numbers of people, so that the items per head show something; their source says that they are no statistics. */
export async function seedPopulation(app: INestApplicationContext, official: Actor): Promise<void> {
  const places = app
    .get(Places, { strict: false })
    .provinces()
    .map(({ code }) => ({ code, people: 900_000 + Number(code) * 17_321 }));
  await app.get(EnterPopulation, { strict: false }).run(official, {
    validFrom: '2025-01-01',
    basis: 'Số giả định của bản demo, không phải số thống kê',
    places,
  });
}
