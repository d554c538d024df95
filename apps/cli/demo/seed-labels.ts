import type { INestApplicationContext } from '@nestjs/common';
import { EditProduct, LabelFactsOfProducts } from '@choxa/catalogue';
import { AllotBarcode, Labels, PauseUnlabelledPacks, PrintLabels } from '@choxa/labelling';
import { Database, EventWorkers, type SettableClock } from '@choxa/platform';
import { findProductSet } from '@choxa/standards';
import { DEMO_STANDARD } from './goods/demo-good.js';
import { seedLot, type SeededGoods } from './seed-goods.js';

const DAY_MS = 86_400_000;
const LONGEST_KEPT_DAYS = 170;
/** Products whose label never got complete: their sale is paused. */
const PAUSED = 2;
/** Products whose last lot ran out just now: still sold for a week. */
const IN_GRACE = 4;

/** In the last days of the demo's history most households complete their labels and print some; a few are late, so that every state is to be seen. */
export async function seedLabels(
  app: INestApplicationContext,
  { listed, sellers }: SeededGoods,
  clock: SettableClock,
  until: Date,
): Promise<void> {
  const db = app.get(Database);
  clock.set(new Date(until.getTime() - 3 * DAY_MS));
  const goods = listed.filter(({ good }) => !findProductSet(good.set)!.service);
  const never = goods.filter(({ good }) => good.label === 'bare').slice(0, PAUSED);
  const lapsed = goods.filter(({ good, number14 }) => number14 && good.brand && isShort(good.shelfLifeDays)).slice(0, IN_GRACE);
  for (const [index, { good, packId, productId, householdKey }] of goods.entries()) {
    if ([...never, ...lapsed].some((late) => late.packId === packId)) continue;
    const { actor } = sellers.get(householdKey)!;
    const brandName = good.brand ?? `Mẫu ${index + 1}`;
    await app.get(EditProduct).run(actor, productId, { brandName, standards: DEMO_STANDARD, shelfLifeDays: good.shelfLifeDays ?? 365 });
    for (const each of await app.get(LabelFactsOfProducts).packIdsOf(db.read, productId)) {
      const { verdict, own } = (await app.get(Labels).judge(db.read, [each], clock.now())).get(each)!;
      if (!own.number) await app.get(AllotBarcode).run(actor, each, { kind: 'internal' });
      if (verdict.parts.origin !== 'format_valid') await seedLot(app, good, actor, each, clock);
    }
    if (index % 9 === 0) await app.get(PrintLabels).run(actor, { format: 'a4', lines: [{ packId, lotId: null, copies: 48 }] });
  }
  await app.get(EventWorkers).drain();
  clock.set(until);
  // Their lots ran out longer ago than the hourly look goes back.
  for (const { packId } of lapsed) await db.transaction((tx) => app.get(Labels).refresh(tx, packId));
  await app.get(PauseUnlabelledPacks).run();
}

function isShort(shelfLifeDays: number | undefined): boolean {
  return shelfLifeDays !== undefined && shelfLifeDays <= LONGEST_KEPT_DAYS;
}
