import type { Actor, Grant } from '@choxa/platform';
import { picture, upload, type Ask, type Ground } from './ground.js';
import { grant, phoneOf } from './people.js';

/** What a household has that others go on with. */
export interface Shop {
  household: { id: string; slug: string };
  product: { id: string; slug: string };
  packId: string;
  /** Number of the pack's barcode. */
  barcode: string;
  lot: { id: string; traceCode: string };
}

/** Registers a household, has it approved, and lists what it sells: by the pack, the lot and the label. `member` becomes its owner. */
export async function householdThings(
  ground: Ground,
  { member, official, shopper }: Record<'member' | 'official' | 'shopper', Actor>,
): Promise<Shop & { things: Record<string, string> }> {
  const { world, ask, marker } = ground;
  const household = await ask('POST', '/households', member, {
    name: `Hộ ${marker}`,
    communeCode: ground.communeCode,
    street: `Thôn ${marker}`,
    phone: '0500000123',
    producerName: `Xưởng ${marker}`,
  });
  // Whoever registers is its owner and has its role from the next request on; this actor is read once, so it is told.
  (member.grants as Grant[]).push(grant('household', 'household', household.id));
  await approve(ask, household.id, official);
  const product = await ask('POST', '/products', member, {
    name: `Cà phê ${marker}`,
    setCode: '13',
    description: `Mô tả ${marker}`,
    brandName: `Nhãn ${marker}`,
    pack: { netContentValue: 500, netContentUnit: 'g', priceVnd: 90_000, stock: 40 },
  });
  const packId = product.pack.id as string;
  const image = await upload(world, `/products/${product.id}/images`, member, await picture());
  await ask('POST', `/products/${product.id}/publication`, member);
  const draft = await ask('POST', `/products/${product.id}/copy`, member, {});
  const labels = await labelThings(ground, member, packId);
  const other = await ask('POST', '/household/invites', member, { phone: '0500000555', role: 'member' });
  const invite = await ask('POST', '/household/invites', member, { phone: phoneOf(shopper), role: 'member' });
  const recognition = await ask('POST', `/products/${product.id}/recognitions`, member, {
    stars: 4,
    authority: `UBND ${marker}`,
    decisionNumber: '1/QĐ',
    decisionDate: '2025-06-01',
  });
  const rows = Buffer.from(`product_name,product_set,net_content,unit,price_vnd\n${marker},13,1,kg,x`);
  const sheet = await upload(world, '/household/product-sheets', member, rows);
  const document = await upload(world, '/household/documents?kind=identity&number=0123456789', member, await picture());
  return {
    household,
    product,
    packId,
    ...labels,
    things: {
      'households/{id}': household.id,
      'households/{household}': household.id,
      'households/{slug}': household.slug,
      'products/{id}': product.id,
      'products/{productId}': product.id,
      'products/{slug}': product.slug,
      'drafts/{id}': draft.id,
      'packs/{id}': packId,
      'lines/{packId}': packId,
      'favourites/{packId}': packId,
      'images/{id}': image.id,
      'images/{key}': image.url.split('/').at(-1),
      'invites/{id}': other.id,
      'household-invites/{id}': invite.id,
      'members/{accountId}': member.accountId,
      'recognitions/{id}': recognition.id,
      'product-sheets/{id}': sheet.id,
      'documents/{id}': document.id,
      'documents/{document}': document.id,
      'household-documents/{id}': document.id,
      'requirements/{code}': 'identity',
      'lessons/{lesson}': 'photo',
      ...labels.things,
    },
  };
}

/** As an official who has seen everything that is asked for. */
async function approve(ask: Ask, householdId: string, official: Actor): Promise<void> {
  const { checklist } = await ask('GET', `/households/${householdId}/review`, official);
  await ask('POST', `/households/${householdId}/approval`, official, { seen: checklist.map((item: { code: string }) => item.code) });
}

/** What is on the pack: its number, a lot with where it comes from, labels printed. */
async function labelThings({ ask, marker, province }: Ground, member: Actor, packId: string) {
  // GS1's demonstration prefix; each side its own company prefix inside it.
  const companyPrefix = `952${province}01`;
  const barcode = await ask('POST', `/packs/${packId}/barcodes`, member, { kind: 'gtin', next: true, companyPrefix });
  const carton = await ask('POST', `/household/packs/${packId}/cartons`, member, { packsInside: 12 });
  const lot = await ask('POST', `/packs/${packId}/lots`, member, {
    producedOn: '2026-11-01',
    producedKind: 'harvest',
    placeText: `Vườn ${marker}`,
  });
  const step = await ask('POST', `/lots/${lot.id}/trace-events`, member, { step: 'harvesting', note: `Ghi chú ${marker}` });
  const source = await ask('POST', `/packs/${packId}/lots`, member, { producedOn: '2026-10-01', producedKind: 'harvest' });
  await ask('POST', `/lots/${lot.id}/inputs`, member, { traceCode: source.traceCode });
  const printing = await ask('POST', '/household/label-printings', member, { format: 'a4', lines: [{ packId, copies: 2 }] });
  const capture = await ask('POST', '/epcis/capture', member, await ask('GET', `/lots/${lot.id}/epcis`, member));
  return {
    barcode: barcode.number as string,
    lot,
    things: {
      'barcodes/{number}': barcode.number,
      'cartons/{carton}': carton.number,
      'lots/{id}': lot.id,
      'recalls/{id}': lot.id,
      'trace/{code}': lot.traceCode,
      'trace-events/{id}': step.events[0].id,
      'inputs/{input}': source.id,
      'label-printings/{id}': printing.id,
      'capture/{id}': capture.captureID,
      'gtin/{gtin}': '09520000000004',
    },
  };
}
