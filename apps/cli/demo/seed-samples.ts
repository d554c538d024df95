import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { DrawSample, INSPECTED_FIELDS, RecordInspection, type InspectedField, type Outcome } from '@choxa/audit';
import { Database, sql, type Actor, type SettableClock } from '@choxa/platform';
import { localQuarter, parsePeriod, periodKey, shiftPeriod } from '@choxa/standards';

const DAY_MS = 86_400_000;

/** A sample of the last quarter, most of it inspected, that of one province by two officials; the last products are still to be looked at. */
export async function seedSamples(
  app: INestApplicationContext,
  { officialOfProvince, officialOfNation }: Record<'officialOfProvince' | 'officialOfNation', Actor>,
  clock: SettableClock,
  until: Date,
): Promise<void> {
  clock.set(new Date(until.getTime() - 2 * DAY_MS));
  const quarter = parsePeriod(localQuarter(until));
  if (!quarter.ok) return;
  const period = periodKey(shiftPeriod(quarter.period, -1));
  const wanted = { title: 'Đợt kiểm tra mẫu (demo)', period, size: 14, doublePercent: 60, seed: 'demo 2026' };
  const id = await app.get(DrawSample, { strict: false }).run(officialOfNation, wanted);
  const items = await sql<{ productId: string; double: boolean; provinceCode: string; number: string | null }>(
    app.get(Database).read,
    `select product_id as "productId", double, province_code as "provinceCode", label #>> '{barcode,number}' as number from audit.sample_item where sample_id = $1 order by position`,
    [id],
  );
  const own = officialOfProvince.scope('province', 'official');
  for (const [at, item] of items.slice(0, -3).entries()) {
    clock.set(new Date(clock.now().getTime() + 20 * 60_000));
    await inspect(app, officialOfNation, id, item, clock, WRONG_AT[at] ?? {});
    if (item.double && own.includes(item.provinceCode))
      await inspect(app, officialOfProvince, id, item, clock, { 'origin.place': 'wrong' });
  }
}

/** What the first inspector did not find right, by the place on the list. */
const WRONG_AT: Record<number, Partial<Record<InspectedField, Outcome>>> = {
  1: { 'origin.date': 'wrong' },
  4: { 'brand.owner': 'wrong' },
  6: { 'origin.lot': 'unclear' },
};

async function inspect(
  app: INestApplicationContext,
  inspector: Actor,
  sample: string,
  { productId, number }: { productId: string; number: string | null },
  clock: SettableClock,
  notRight: Partial<Record<InspectedField, Outcome>>,
): Promise<void> {
  const verdicts = Object.fromEntries(INSPECTED_FIELDS.map((field) => [field, notRight[field] ?? 'right']));
  const remark = Object.keys(notRight).length ? 'Nhãn mờ, không khớp với sổ của hộ (mẫu)' : '';
  const finding = { id: randomUUID(), productId, verdicts, remark, photoIds: [], inspectedAt: clock.now() };
  await app.get(RecordInspection, { strict: false }).run(inspector, sample, { ...finding, ...(number && { scannedCode: number }) });
}
