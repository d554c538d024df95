import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { AppModule, LIBS } from '@choxa/app-api';
import { INSPECTED_FIELDS } from '@choxa/audit';
import { ImportRegister } from '@choxa/households';
import { Places } from '@choxa/places';
import { Events, EventWorkers, sql, type Actor, type Grant, type Role } from '@choxa/platform';
import { SeedPost } from '@choxa/postal';
import { ParcelAccepted, ParcelDelivered } from '@choxa/postal-contract';
import { localDay } from '@choxa/standards';
import { anActor, testWorld, type HttpAnswer, type World } from '@choxa/testing';

/** One household with its shop, its post office and its officials, and everything they have; every text of it carries the side's marker. */
export interface Side {
  marker: string;
  actors: Record<Role, Actor>;
  /** Ids by what a path calls them, e.g. `packs/{id}`. */
  things: Record<string, string>;
}

/** Two sides that share nothing but the application: what one sees of the other is a leak. */
export class TwoSides {
  private constructor(
    readonly world: World,
    readonly a: Side,
    readonly b: Side,
  ) {}

  static async open(): Promise<TwoSides> {
    const world = await testWorld({ libs: LIBS.slice(1), imports: AppModule.parts(), config: { demo: false } });
    await world.get(SeedPost).run();
    const a = await side(world, 'AAA', { communeCode: '24778', province: '68' });
    const b = await side(world, 'BBB', { communeCode: '31135', province: '92' });
    return new TwoSides(world, a, b);
  }
}

interface Where {
  communeCode: string;
  province: string;
}

/** Builds a side by the same requests its people would send. */
async function side(world: World, letters: string, { communeCode, province }: Where): Promise<Side> {
  const marker = `Dấu${letters}${randomUUID().slice(0, 8)}`;
  const someone = (role: Role, ...grants: Grant[]) => account(world, `${marker} ${role}`, grants);
  const member = await someone('household');
  const official = await someone('official', grant('official', 'province', province));
  const admin = await someone('admin', grant('admin', 'nation', 'VN'));
  const shopper = await someone('shopper');
  const ask = asker(world);

  const household = await ask('POST', '/households', member, {
    name: `Hộ ${marker}`,
    communeCode,
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
  const gone = await ask('POST', `/products/${product.id}/copy`, member, { stock: 5 });
  await ask('POST', `/products/${gone.id}/publication`, member);
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
  const other = await ask('POST', '/household/invites', member, { phone: '0500000555', role: 'member' });
  const invite = await ask('POST', '/household/invites', member, { phone: phoneOf(shopper), role: 'member' });
  const report = await ask('POST', `/products/${product.slug}/reports`, shopper, { category: 'label', text: `Báo ${marker}` });
  const reports = await ask('GET', '/product-reports', official);
  const takedown = await ask('POST', '/takedowns', official, {
    productId: gone.id,
    authority: `Chi cục ${marker}`,
    documentNumber: '12/CV',
    reason: `Lý do ${marker}`,
    requestedAt: '2026-11-15T08:00:00+07:00',
  });
  const recognition = await ask('POST', `/products/${product.id}/recognitions`, member, {
    stars: 4,
    authority: `UBND ${marker}`,
    decisionNumber: '1/QĐ',
    decisionDate: '2025-06-01',
  });
  const sheet = await upload(
    world,
    '/household/product-sheets',
    member,
    Buffer.from(`product_name,product_set,net_content,unit,price_vnd\n${marker},13,1,kg,x`),
  );
  const order = await placeOrder(world, shopper, packId, { marker, communeCode });
  await drain(world);
  const [sold] = await sql<{ id: string; number: string }>(
    world.db.read,
    'select id, parcel_number as number from orders.seller_order where household_id = $1',
    [household.id],
  );
  const [parcel] = await sql<{ office: string; operator: string }>(
    world.db.read,
    'select origin_office_id as office, operator_id as operator from postal.parcel where number = $1',
    [sold!.number],
  );
  const clerk = await someone(
    'clerk',
    grant('clerk', 'office', parcel!.office),
    grant('clerk', 'province', province),
    grant('clerk', 'commune', communeCode),
  );
  const courier = await someone('courier', grant('courier', 'office', parcel!.office));
  const manager = await someone('postal_manager', grant('postal_manager', 'operator', parcel!.operator));
  const sender = await someone('sender', grant('sender', 'operator', parcel!.operator));
  const party = { name: `Khách ${marker}`, phone: '0500000777', street: `Ngõ ${marker}`, communeCode };
  const webhook = await ask('POST', '/post/webhooks', sender, { url: `https://hooks.example.com/${marker}`, kinds: ['parcel.ema'] });
  await ask('POST', `/post/webhooks/${webhook.id}/test`, sender);
  const [delivery] = await sql<{ id: string }>(world.db.read, 'select id from postal.webhook_delivery where webhook_id = $1', [webhook.id]);
  const sent = await ask(
    'POST',
    '/post/parcels',
    sender,
    {
      reference: marker,
      sender: party,
      recipient: party,
      weightGrams: 300,
      codVnd: 0,
      contents: [{ description: `Sách ${marker}`, quantity: 1 }],
    },
    { 'idempotency-key': randomUUID() },
  );
  const legs = await ask('GET', '/post/network/legs', manager);
  const officeCode = legs.data[0].fromOffice.code as string;
  const payout = await payoutOf(world, parcel!.operator, sold!.number, `${marker} manager`);
  const delegation = await ask('POST', '/household/delegations', member, {
    householdId: household.id,
    clerkPhone: phoneOf(clerk),
    duties: ['products'],
    until: '2026-12-31',
  });
  await ask('POST', `/seller-orders/${sold!.id}/confirmation`, member);
  const fetched = { household: household.id, day: '2026-11-17', half: 'morning', note: `Cổng ${marker}`, parcels: [{ id: sold!.id }] };
  await ask('POST', '/household/pick-ups', member, fetched, { 'idempotency-key': randomUUID() });
  await drain(world);
  const pickups = await ask('GET', '/post/pickups', clerk);
  const served = await ask(
    'POST',
    '/post/counter-services',
    clerk,
    { office: parcel!.office, kind: 'file_received', day: localDay(world.clock.now()), count: 1 },
    { 'idempotency-key': randomUUID() },
  );
  const bag = await bagOf(world, ask, clerk, parcel!.office);
  const count = await ask(
    'POST',
    '/post/cash-counts',
    courier,
    { office: parcel!.office, kind: 'shift', countedVnd: 0 },
    { 'idempotency-key': randomUUID() },
  );
  const stored = await ask(
    'POST',
    '/post/warehouse/receipts',
    clerk,
    {
      office: parcel!.office,
      ownerName: `Chủ ${marker}`,
      ownerPhone: '0500000778',
      lines: [{ code: barcode.number, lotCode: marker, description: `Hàng ${marker}`, units: 3, place: 'A1' }],
    },
    { 'idempotency-key': randomUUID() },
  );
  const device = await ask('POST', '/post/devices', courier, { name: `Máy ${marker}`, officeId: parcel!.office, pin: '2580' });
  const unanswered = await unansweredOrder(world, shopper, packId, household.id, { marker, communeCode });
  const afterSale = await afterSaleOf(world, ask, { shopper, member, packId, marker, communeCode });
  const scanned = await wrongScans(world, ask, clerk, parcel!.office, sold!.number);
  const training = await ask('POST', '/training-sessions', clerk, {
    heldOn: '2026-11-10',
    topic: `Lớp ${marker}`,
    place: `Nhà ${marker}`,
    communeCode,
  });
  await ask('PUT', `/training-sessions/${training.id}/households/${household.id}`, clerk);
  const register = await registerOf(world, communeCode, household.slug, marker);
  const document = await upload(world, '/household/documents?kind=identity&number=0123456789', member, await picture());
  const proof = await upload(world, `/parcels/${sold!.number}/proof-pictures?kind=photo`, courier, await picture());
  const key = await ask('POST', '/me/api-keys', shopper, { name: `Khóa ${marker}`, grants: [], policies: ['me.read'], days: 30 });
  const address = await ask('POST', '/account/addresses', shopper, {
    label: `Nhà ${marker}`,
    recipientName: `Khách ${marker}`,
    phone: '0500000777',
    communeCode,
    street: `Ngõ ${marker}`,
  });
  await ask('POST', '/account/favourites', shopper, { packs: [{ packId }] });
  const subscription = await ask('POST', '/me/push-subscriptions', shopper, {
    endpoint: `https://push.example.com/${marker}`,
    p256dh: 'B'.repeat(87),
    auth: 'A'.repeat(22),
    device: `Máy ${marker}`,
  });
  await ask('POST', '/trace/reports', shopper, { address: `/t/${lot.traceCode}`, kind: 'other', note: `Ngờ ${marker}` });
  const reviewed = await reviewOf(world, ask, shopper, { packId, marker, communeCode });
  const question = await ask('POST', `/products/${product.slug}/questions`, shopper, { text: `Hỏi ${marker}` });
  const suspicions = await ask('GET', '/suspicions', official);
  // A delivery office: no counter, so that shoppers never see its name.
  const offices = `code,name,kind,commune_code\nDAU-1,Bưu cục ${marker},delivery,${communeCode}`;
  await upload(world, '/post/office-register/sheets?write=true', manager, Buffer.from(offices));
  const range = { kind: 'own', prefix: letters, first: 1, last: 9 };
  await ask('POST', '/post/number-ranges', manager, range);
  const price = { zone: 'nation', upToGrams: 99_000, priceVnd: 1, codFeeVnd: 0, codRateBp: 0, cm3PerKg: 6000 };
  await ask('POST', '/post/tariffs', manager, { ...price, validFrom: '2027-01-01', basis: `QĐ ${marker}` });
  const inspected = await inspectionOf(world, ask, official);
  return {
    marker,
    actors: { shopper, household: member, clerk, courier, postal_manager: manager, sender, official, admin },
    things: {
      'households/{id}': household.id,
      'households/{slug}': household.slug,
      'products/{id}': product.id,
      'products/{productId}': product.id,
      'products/{slug}': product.slug,
      'drafts/{id}': draft.id,
      'packs/{id}': packId,
      'shortage-repayments/{id}': await repaymentOf(world, parcel!.office, courier.accountId, `${marker} clerk`),
      'payout-batches/{id}': payout.batch,
      'payout-lines/{id}': payout.line,
      'lines/{packId}': packId,
      'images/{id}': image.id,
      'images/{key}': image.url.split('/').at(-1),
      'lots/{id}': lot.id,
      'trace-events/{id}': step.events[0].id,
      'barcodes/{number}': barcode.number,
      'trace/{code}': lot.traceCode,
      'gtin/{gtin}': '09520000000004',
      // Not 12 or 13, whose paths have routes and answers of their own.
      'indicators/{indicator}': '11',
      'operator-reports/{operator}': 'buu-chinh-song-hong',
      'periods/{period}': '2026-Q2',
      'versions/{version}': '1',
      'exports/{file}': 'board.csv',
      'figures/{file}': '2026-Q3.csv',
      'recognitions/{id}': recognition.id,
      'requirements/{code}': 'identity',
      'cartons/{carton}': carton.number,
      'inputs/{input}': source.id,
      'label-printings/{id}': printing.id,
      'capture/{id}': capture.captureID,
      'invites/{id}': other.id,
      'household-invites/{id}': invite.id,
      'members/{accountId}': member.accountId,
      'product-reports/{code}': report.code,
      'product-reports/{id}': reports.data[0].id,
      'takedowns/{id}': takedown.id,
      'lines/{line}': reviewed.line,
      'images/{image}': reviewed.picture,
      'reviews/{id}': reviewed.id,
      'questions/{id}': question.id,
      'counter-services/{id}': served.id,
      'delegations/{id}': delegation.id,
      'product-sheets/{id}': sheet.id,
      'registers/{id}': register.id,
      'entries/{id}': register.entry,
      'training-sessions/{id}': training.id,
      'households/{household}': household.id,
      'documents/{id}': document.id,
      'documents/{document}': document.id,
      'household-documents/{id}': document.id,
      'lessons/{lesson}': 'photo',
      'sessions/{id}': shopper.sessionId,
      'api-keys/{id}': key.apiKey.id,
      'addresses/{id}': address.id,
      'favourites/{packId}': packId,
      'legs/{id}': legs.data[0].id,
      'suspicions/{id}': suspicions.data[0].id,
      'recalls/{id}': lot.id,
      'seller-orders/{id}': sold!.id,
      'push-subscriptions/{id}': subscription.id,
      'pickups/{id}': pickups.data[0].id,
      'bags/{id}': bag,
      'offices/{code}': officeCode,
      'cash-counts/{id}': count.id,
      'devices/{id}': device.id,
      'goods/{id}': stored.data[0].id,
      'picks/{number}': sold!.number,
      'proof-pictures/{id}': proof.id,
      'runs/{id}': await plannedRun(world, sold!.number),
      'delivery-reviews/{id}': await doubtedDelivery(world, sold!.number),
      'claims/{id}': await claimOf(world, sold!.number),
      ...scanned,
      'call-tasks/{id}': unanswered,
      'payments/{id}': sold!.id,
      'payment-gateways/{gateway}': 'cong-mau',
      ...afterSale,
      'sent-parcels/{number}': sent.number,
      'webhooks/{id}': webhook.id,
      'webhook-deliveries/{id}': delivery!.id,
      'orders/{number}': order.number,
      'parcels/{number}': sold!.number,
      'legal-texts/{kind}': 'terms',
      'consents/{purpose}': 'marketing',
      ...inspected,
      'communes/{code}': communeCode,
      'provinces/{code}': province,
    },
  };
}

/** A review with a picture of something the shopper received, as the post's word makes it so. */
async function reviewOf(
  world: World,
  ask: Ask,
  shopper: Actor,
  { packId, marker, communeCode }: { packId: string; marker: string; communeCode: string },
): Promise<{ id: string; line: string; picture: string }> {
  const order = await placeOrder(world, shopper, packId, { marker, communeCode });
  const senderReference = order.sellerOrders[0].id as string;
  await deliver(world, senderReference, order.totalVnd);
  const received = await ask('GET', `/orders/${order.number}/reviews`, shopper);
  const line = received.data[0].lineId as string;
  await ask('PUT', `/orders/${order.number}/lines/${line}/review`, shopper, { stars: 4, text: `Khen ${marker}` });
  const pictured = await upload(world, `/orders/${order.number}/lines/${line}/review/images`, shopper, await picture());
  const [review] = await sql<{ id: string }>(world.db.read, 'select id from catalogue.review where line_id = $1', [line]);
  return { id: review!.id, line, picture: pictured.data[0].review.pictures[0].id };
}

interface Sold {
  shopper: Actor;
  member: Actor;
  packId: string;
  marker: string;
  communeCode: string;
}

/** A delivered order with a return that waits, one that is settled with a refund, and a complaint. */
async function afterSaleOf(
  world: World,
  ask: Ask,
  { shopper, member, packId, marker, communeCode }: Sold,
): Promise<Record<string, string>> {
  const order = await placeOrder(world, shopper, packId, { marker, communeCode }, 2);
  await drain(world);
  const sellerOrderId = order.sellerOrders[0].id as string;
  await deliver(world, sellerOrderId, order.totalVnd);
  const path = `/orders/${order.number}`;
  const [line] = await sql<{ id: string }>(world.db.read, 'select id from orders.order_line where seller_order_id = $1', [sellerOrderId]);
  const photo = await upload(world, `${path}/return-pictures?sellerOrderId=${sellerOrderId}`, shopper, await picture());
  const request = { sellerOrderId, lines: [{ lineId: line!.id, quantity: 1 }], note: `Hỏng ${marker}` };
  await ask('POST', `${path}/returns`, shopper, { ...request, reason: 'damaged', pictureIds: [photo.id] });
  world.clock.advance(1_000);
  await ask('POST', `${path}/returns`, shopper, { ...request, reason: 'too_late' });
  const { data } = await ask('GET', '/household/returns', member);
  const [waits, settled] = ['damaged', 'too_late'].map((reason) => data.find((one: { reason: string }) => one.reason === reason).id);
  await ask('POST', `/returns/${settled}/approval`, member, { goods: 'keep' });
  await ask('POST', `${path}/complaints`, shopper, { sellerOrderId, topic: 'quality', text: `Chê ${marker}` });
  const [part] = (await ask('GET', `${path}/after-sale`, shopper)).parts;
  return {
    'return-pictures/{id}': photo.id,
    'returns/{id}': waits,
    'refunds/{id}': part.refunds[0].id,
    'complaints/{id}': part.complaints[0].id,
  };
}

/** A sample of what was sold, and a photo that an inspector took for it. */
async function inspectionOf(world: World, ask: Ask, official: Actor): Promise<Record<string, string>> {
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
  return { 'samples/{id}': sample.id, 'photos/{photoId}': photo.id };
}

/** A bag from an office to another one of its operator; its id. */
async function bagOf(world: World, ask: Ask, clerk: Actor, fromOffice: string): Promise<string> {
  const [other] = await sql<{ id: string }>(
    world.db.read,
    `select other.id from postal.office own join postal.office other on other.operator_id = own.operator_id and other.id <> own.id
      where own.id = $1 limit 1`,
    [fromOffice],
  );
  return (await ask('POST', '/post/bags', clerk, { id: randomUUID(), fromOffice, toOffice: other!.id })).id;
}

/** A scan of another parcel of the office, and one of which somebody says that it was wrong. */
async function wrongScans(world: World, ask: Ask, clerk: Actor, office: string, except: string): Promise<Record<string, string>> {
  const [parcel] = await sql<{ number: string }>(
    world.db.read,
    `select number from postal.parcel where origin_office_id = $1 and number <> $2 and state = 'announced' order by number limit 1`,
    [office, except],
  );
  const eventTime = world.clock.now().toISOString();
  const scans = ['EDD', 'LST'].map((code) => ({ id: randomUUID(), parcel: parcel!.number, code, eventTime, device: 'x', office }));
  await ask('POST', '/post/scans', clerk, { scans }, { 'idempotency-key': randomUUID() });
  const correction = await ask('POST', `/post/scans/${scans[1]!.id}/correction`, clerk, { reason: 'Tìm thấy rồi' });
  return { 'scans/{id}': scans[0]!.id, 'corrections/{id}': correction.id };
}

/** Lets the post say that a parcel was handed over and delivered. */
async function deliver(world: World, senderReference: string, codCollectedVnd: number): Promise<void> {
  const digits = String(Number.parseInt(senderReference.slice(0, 8), 16)).padStart(10, '0');
  const [number, at, events] = [`EE${digits}`, world.clock.now().toISOString(), world.get(Events)];
  const accepted = { number, senderReference, acceptedAt: at, weightGrams: 500, checks: [] };
  await world.db.transaction((tx) => events.publish(tx, ParcelAccepted, accepted));
  await drain(world);
  const delivered = { number, senderReference, deliveredAt: at, deliveryPlace: 'address' as const, codCollectedVnd };
  await world.db.transaction((tx) => events.publish(tx, ParcelDelivered, delivered));
  await drain(world);
}

/** The register of OCOP households of a commune, as the command of the operator brings it in, and its one household; their ids. */
async function registerOf(world: World, communeCode: string, slug: string, marker: string): Promise<{ id: string; entry: string }> {
  const commune = world.get(Places).commune(communeCode)!;
  const rows = [
    { name: `Hộ ${marker}`, representative: `Bà ${marker}`, address: `Thôn ${marker}`, products: `Cà phê ${marker}`, slug, phone: null },
  ];
  await world.db.transaction((tx) => world.get(ImportRegister).run(tx, { commune, asOf: '2026-09-30', source: `UBND ${marker}`, rows }));
  const [register] = await sql<{ id: string; entry: string }>(
    world.db.read,
    `select version.id, entry.id as entry from households.register_version version join households.register_entry entry on version_id = version.id
      where commune_code = $1`,
    [communeCode],
  );
  return register!;
}

/** An order the household has not answered, so that the clerk is to call; its seller order's id. */
async function unansweredOrder(
  world: World,
  shopper: Actor,
  packId: string,
  householdId: string,
  buyer: { marker: string; communeCode: string },
): Promise<string> {
  await placeOrder(world, shopper, packId, buyer);
  await drain(world);
  const [task] = await sql<{ id: string }>(
    world.db.read,
    `insert into orders.call_task (seller_order_id, opened_at)
     select id, placed_at from orders.seller_order where household_id = $1 and state = 'placed' limit 1 returning seller_order_id as id`,
    [householdId],
  );
  return task!.id;
}

/** A round of the parcel's delivery office; its id. */
async function plannedRun(world: World, parcelNumber: string): Promise<string> {
  const [run] = await sql<{ id: string }>(
    world.db.read,
    `insert into postal.run (id, office_id, name, day, state, made_by, made_at)
       select gen_random_uuid(), delivery_office_id, recipient_name, $2::timestamptz::date, 'planned', gen_random_uuid(), $2::timestamptz from postal.parcel where number = $1
       returning id`,
    [parcelNumber, world.clock.now()],
  );
  await sql(world.db.read, 'insert into postal.run_stop (run_id, parcel_number, place, open) values ($1, $2, 1, true)', [
    run!.id,
    parcelNumber,
  ]);
  return run!.id;
}

/** A delivery that a manager is to look at again; its id. */
async function doubtedDelivery(world: World, parcelNumber: string): Promise<string> {
  const now = world.clock.now();
  // Any scan will do for the one that a verdict declares wrong.
  const scan = `insert into postal.scan (id, parcel_number, code, event_time, recorded_at, device, office_id, actor_id, from_the_future)
    select $3, number, 'EDD', $2::timestamptz, $2::timestamptz, 'x', delivery_office_id, gen_random_uuid(), false from postal.parcel where number = $1`;
  const id = randomUUID();
  await sql(world.db.read, 'insert into postal.scan_id (id) values ($1)', [id]);
  await sql(world.db.read, scan, [parcelNumber, now, id]);
  const [review] = await sql<{ id: string }>(
    world.db.read,
    `insert into postal.delivery_review (id, parcel_number, operator_id, office_id, courier_id, patterns, measures, delivered_at, state, opened_at,
       dispute_until) select $3, number, operator_id, delivery_office_id, gen_random_uuid(), '{far}', '{}', $2, 'open', $2, $2
       from postal.parcel where number = $1 returning id`,
    [parcelNumber, now, id],
  );
  return review!.id;
}

/** A claim for compensation; its id. */
async function claimOf(world: World, parcelNumber: string): Promise<string> {
  const [claim] = await sql<{ id: string }>(
    world.db.read,
    `insert into postal.compensation_case (id, parcel_number, operator_id, kind, state, opened_by, words, opened_at, answer_due_on, most_vnd, changed_at)
     select gen_random_uuid(), number, operator_id, 'lost', 'opened', 'staff', recipient_name, $2::timestamptz, $2::timestamptz::date, 1000000, $2::timestamptz
       from postal.parcel where number = $1 returning id`,
    [parcelNumber, world.clock.now()],
  );
  return claim!.id;
}

const grant = (role: Role, scopeKind: Grant['scopeKind'], scopeId: string): Grant => ({ role, scopeKind, scopeId });

/** Somebody with exactly these rights, known to the database as an account with a session. */
async function account(world: World, name: string, grants: Grant[]): Promise<Actor> {
  const actor = anActor(...grants);
  const [phone, now] = [`+84${phoneOf(actor).slice(1)}`, world.clock.now()];
  Object.assign(actor, { phone, name });
  await sql(world.db.read, 'insert into identity.account (id, phone, name, created_at) values ($1, $2, $3, $4)', [
    actor.accountId,
    phone,
    name,
    now,
  ]);
  await sql(
    world.db.read,
    `insert into identity.session (id, account_id, token_hash, opened_at, expires_at) values ($1::uuid, $2, $1::uuid::text, $3::timestamptz, $3::timestamptz + interval '90 days')`,
    [actor.sessionId, actor.accountId, now],
  );
  for (const { role, scopeKind, scopeId } of grants)
    await sql(
      world.db.read,
      'insert into identity.role_grant (account_id, role, scope_kind, scope_id, created_at) values ($1, $2, $3, $4, $5)',
      [actor.accountId, role, scopeKind, scopeId, now],
    );
  return actor;
}

const phones = new Map<string, string>();
export function phoneOf({ accountId }: Actor): string {
  if (!phones.has(accountId)) phones.set(accountId, `05001${String(phones.size).padStart(5, '0')}`);
  return phones.get(accountId)!;
}

type Ask = (method: string, path: string, as: Actor, body?: unknown, headers?: Record<string, string>) => Promise<any>;

/** Requests that must succeed. */
function asker(world: World): Ask {
  return async (method, path, as, body, headers) => {
    const answer = await world.http(method, path, { as, body, headers });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  };
}

/** As an official who has seen everything that is asked for. */
async function approve(ask: Ask, householdId: string, official: Actor): Promise<void> {
  const { checklist } = await ask('GET', `/households/${householdId}/review`, official);
  await ask('POST', `/households/${householdId}/approval`, official, { seen: checklist.map((item: { code: string }) => item.code) });
}

/** Handles every event written so far. */
async function drain(world: World): Promise<void> {
  await world.get(EventWorkers).drain();
}

async function placeOrder(
  world: World,
  as: Actor,
  packId: string,
  { marker, communeCode }: { marker: string; communeCode: string },
  quantity = 1,
): Promise<any> {
  await world.http('POST', '/cart/lines', { as, body: { packId, quantity } });
  const body = { recipientName: `Khách ${marker}`, phone: phoneOf(as), communeCode, street: `Ngõ ${marker}`, paymentMethod: 'cod' };
  const placed = await world.http('POST', '/orders', { as, body, headers: { 'idempotency-key': randomUUID() } });
  if (placed.status !== 201) throw new Error(placed.text);
  return placed.body;
}

export async function upload(world: World, path: string, as: Actor, bytes: Buffer): Promise<any> {
  const answer = await sendFile(world, 'POST', path, as, bytes);
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`);
  return answer.body;
}

/** One file in field `file`, as a browser's form sends it. */
export function sendFile(world: World, method: string, path: string, as: Actor, bytes: Buffer): Promise<HttpAnswer> {
  const head = '--ranh\r\nContent-Disposition: form-data; name="file"; filename="tep"\r\nContent-Type: application/octet-stream\r\n\r\n';
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--ranh--\r\n')]);
  return world.http(method, path, { as, body, headers: { 'content-type': 'multipart/form-data; boundary=ranh' } });
}

function picture(): Promise<Buffer> {
  return sharp({ create: { width: 60, height: 40, channels: 3, background: '#642' } })
    .png()
    .toBuffer();
}

/** A shortage of the courier's that a cashier of the office wants to see made good. */
async function repaymentOf(world: World, officeId: string, holderId: string, askedByName: string): Promise<string> {
  const id = randomUUID();
  await sql(
    world.db.read,
    `insert into postal.shortage_repayment (id, office_id, holder_id, amount_vnd, way, state, asked_by, asked_by_name, asked_at)
     values ($1, $2, $3, 5000, 'cash', 'asked', gen_random_uuid(), $4, now())`,
    [id, officeId, holderId, askedByName],
  );
  return id;
}

/** A batch of payments with the parcel in it, as if its cash had been collected long ago. */
async function payoutOf(world: World, operatorId: string, number: string, madeByName: string): Promise<{ batch: string; line: string }> {
  const [batch, line] = [randomUUID(), randomUUID()];
  await sql(
    world.db.read,
    `with batch as (
       insert into postal.payout_batch (id, operator_id, reference, cut_off, state, made_by, made_by_name, made_at)
       values ($1, $2, 'DOT2026010101', '2026-01-01', 'draft', gen_random_uuid(), $5, now()) returning id),
     line as (
       insert into postal.payout_line (id, batch_id, place, collected_vnd, paid_vnd, state) select $3, id, 1, 90000, 60000, 'waiting' from batch returning id)
     insert into postal.payout_parcel (line_id, parcel_number, collected_vnd, paid_vnd) select id, $4, 90000, 60000 from line`,
    [batch, operatorId, line, number, madeByName],
  );
  return { batch, line };
}
