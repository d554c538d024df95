import { randomUUID } from 'node:crypto';
import { INSPECTED_FIELDS } from '@choxa/audit';
import { ImportRegister } from '@choxa/households';
import { Places } from '@choxa/places';
import { sql, type Actor } from '@choxa/platform';
import { picture, upload, type Ground } from './ground.js';
import type { Shop } from './household-things.js';

/** A report about the product, and the takedown of another one. */
export async function moderationThings(
  { ask, marker }: Ground,
  { official, shopper, member }: Record<'official' | 'shopper' | 'member', Actor>,
  { product }: Shop,
): Promise<Record<string, string>> {
  const gone = await ask('POST', `/products/${product.id}/copy`, member, { stock: 5 });
  await ask('POST', `/products/${gone.id}/publication`, member);
  const report = await ask('POST', `/products/${product.slug}/reports`, shopper, { category: 'label', text: `Báo ${marker}` });
  const reports = await ask('GET', '/product-reports', official);
  const takedown = await ask('POST', '/takedowns', official, {
    productId: gone.id,
    authority: `Chi cục ${marker}`,
    documentNumber: '12/CV',
    reason: `Lý do ${marker}`,
    requestedAt: '2026-11-15T08:00:00+07:00',
  });
  return { 'product-reports/{code}': report.code, 'product-reports/{id}': reports.data[0].id, 'takedowns/{id}': takedown.id };
}

/** A training that the household came to, and the register that names it. */
export async function supportThings(
  { world, ask, marker, communeCode }: Ground,
  clerk: Actor,
  { household }: Shop,
): Promise<Record<string, string>> {
  const training = await ask('POST', '/training-sessions', clerk, {
    heldOn: '2026-11-10',
    topic: `Lớp ${marker}`,
    place: `Nhà ${marker}`,
    communeCode,
  });
  await ask('PUT', `/training-sessions/${training.id}/households/${household.id}`, clerk);
  // As the command of the operator brings it in.
  const commune = world.get(Places).commune(communeCode)!;
  const rows = [
    {
      name: `Hộ ${marker}`,
      representative: `Bà ${marker}`,
      address: `Thôn ${marker}`,
      products: `Cà phê ${marker}`,
      slug: household.slug,
      phone: null,
    },
  ];
  await world.db.transaction((tx) => world.get(ImportRegister).run(tx, { commune, asOf: '2026-09-30', source: `UBND ${marker}`, rows }));
  const [register] = await sql<{ id: string; entry: string }>(
    world.db.read,
    `select version.id, entry.id as entry from households.register_version version join households.register_entry entry on version_id = version.id
      where commune_code = $1`,
    [communeCode],
  );
  return { 'training-sessions/{id}': training.id, 'registers/{id}': register!.id, 'entries/{id}': register!.entry };
}

/** A sample of what was sold, and a photo that an inspector took for it; whatever else the audit's paths name. */
export async function auditThings({ world, ask, communeCode, province }: Ground, official: Actor): Promise<Record<string, string>> {
  const suspicions = await ask('GET', '/suspicions', official);
  const sample = await ask('POST', '/audit/samples', official, { size: 5, doublePercent: 0 });
  const photo = await upload(world, `/audit/samples/${sample.id}/photos`, official, await picture());
  const { data } = await ask('GET', `/audit/samples/${sample.id}/items`, official);
  const verdicts = INSPECTED_FIELDS.map((field) => ({ field, verdict: 'right' }));
  const finding = {
    id: randomUUID(),
    productId: data[0].productId,
    verdicts,
    photoIds: [photo.id],
    inspectedAt: '2026-11-16T08:00:00+07:00',
  };
  await ask('POST', `/audit/samples/${sample.id}/inspections`, official, finding);
  return {
    'suspicions/{id}': suspicions.data[0].id,
    'samples/{id}': sample.id,
    'photos/{photoId}': photo.id,
    // Not 12 or 13, whose paths have routes and answers of their own.
    'indicators/{indicator}': '11',
    'operator-reports/{operator}': 'buu-chinh-song-hong',
    'periods/{period}': '2026-Q2',
    'versions/{version}': '1',
    'exports/{file}': 'board.csv',
    'figures/{file}': '2026-Q3.csv',
    'communes/{code}': communeCode,
    'provinces/{code}': province,
  };
}
