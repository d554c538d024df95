import { createHash, randomUUID } from 'node:crypto';
import { SellerOrderDelivered, type SellerOrderDeliveredV1 } from '@choxa/orders';
import { placesLib } from '@choxa/places';
import { Events, FileStorage, sql, type Actor } from '@choxa/platform';
import { anActor, testWorld, type World } from '@choxa/testing';
import { aDelivery, aLabel, aLabelWithoutLot, aTradedLine } from '../facts/events.factory.js';
import { auditLib, AuditModule } from '../index.js';
import { AddInspectionPhoto } from '../inspections/add-inspection-photo.js';
import { photoKey } from '../inspections/inspection-photos.query.js';
import { INSPECTED_FIELDS, type InspectedField, type Outcome } from '../inspections/verdicts.rules.js';

const official = (scopeKind: 'nation' | 'province' | 'commune', scopeId: string) => anActor({ role: 'official', scopeKind, scopeId });
const nation = official('nation', 'VN');
const ofHanoi = official('province', '01');
const otherOfHanoi = official('province', '01');
const ofCanTho = official('province', '92');
const ofCommune = official('commune', '31309');
const CAN_THO = { communeCode: '31309', provinceCode: '92' };
const label = aLabel({ barcode: { kind: 'gtin', number: '08934588000010' } });

const ONE_DOT_OF_PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

interface Item {
  productId: string;
  position: number;
  communeCode: string;
  double: boolean;
  open: boolean;
  judgedBy: number;
  inspections: { id: string; outcome: Outcome; own: boolean; codeMatches: boolean | null; reason: string }[];
}

describe('samples', () => {
  let world: World;

  beforeAll(async () => {
    world = await testWorld({ libs: [placesLib, auditLib], imports: [AuditModule] });
    // Hà Nội: eight products of two sets, one declared incomplete; Cần Thơ: four; a service, and one that went back in time.
    await deliver(
      ...Array.from({ length: 8 }, (_, at) =>
        aDelivery({
          lines: [aTradedLine({ label: at ? label : aLabelWithoutLot(), setCode: at % 2 ? '13' : '11', checkedByPerson: at < 4 })],
        }),
      ),
      ...Array.from({ length: 4 }, () => aDelivery({ ...CAN_THO, lines: [aTradedLine({ label })] })),
      aDelivery({ lines: [aTradedLine({ setCode: '26' })] }),
    );
  });
  afterAll(() => world.close());

  async function deliver(...orders: SellerOrderDeliveredV1[]): Promise<void> {
    await world.db.transaction(async (tx) => {
      for (const order of orders) await world.get(Events).publish(tx, SellerOrderDelivered, order);
    });
    await world.drain();
  }
  const draw = (as: Actor, changes: object = {}) =>
    world.http('POST', '/audit/samples', { as, body: { period: '2026-Q3', size: 6, doublePercent: 0, seed: 'hạt giống', ...changes } });
  const drawn = async (as: Actor, changes: object = {}): Promise<string> => (await draw(as, changes)).body.id;
  const read = async (path: string, as: Actor) => (await world.http('GET', `/audit/samples/${path}`, { as })).body;
  const itemsOf = async (id: string, as: Actor): Promise<Item[]> => (await read(`${id}/items`, as)).data;
  const found = (verdict: Outcome = 'right', where: Partial<Record<InspectedField, Outcome>> = {}) =>
    INSPECTED_FIELDS.map((field) => ({ field, verdict: where[field] ?? verdict }));
  const inspect = (as: Actor, sample: string, productId: string, changes: object = {}) =>
    world.http('POST', `/audit/samples/${sample}/inspections`, {
      as,
      body: { id: randomUUID(), productId, verdicts: found(), photoIds: [], inspectedAt: '2026-11-15T09:00:00+07:00', ...changes },
    });

  it('draws the same products again from the same seed and facts, others from another seed', async () => {
    const first = await itemsOf(await drawn(nation), nation);
    const again = await itemsOf(await drawn(nation), nation);
    expect(first).toHaveLength(6);
    expect(again.map(({ productId }) => productId)).toEqual(first.map(({ productId }) => productId));
    const seeds = await Promise.all(['a', 'b', 'c'].map(async (seed) => itemsOf(await drawn(nation, { seed }), nation)));
    expect(seeds.some((items) => items.some(({ productId }) => !first.some((one) => one.productId === productId)))).toBe(true);
  });

  it('keeps the frame, whose hash anybody can compute, and numbers the list commune by commune', async () => {
    const { body } = await draw(nation, { title: 'Đợt 1', doublePercent: 10 });
    expect(body).toMatchObject({
      title: 'Đợt 1',
      period: '2026-Q3',
      frameSize: 12,
      strataBy: 'province-set',
      items: 6,
      doubleItems: 1,
      inspected: 0,
    });
    const frame = await world.http('GET', `/audit/samples/${body.id}/frame`, { as: nation });
    expect(createHash('sha256').update(frame.text).digest('hex')).toBe(body.frameHash);
    expect(frame.text.trim().split('\n')).toHaveLength(13);
    const items = await itemsOf(body.id, nation);
    expect(items.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(items.map(({ communeCode }) => communeCode)).toEqual(items.map(({ communeCode }) => communeCode).sort());
  });

  it('is not changed by what is traded later, nor by anybody', async () => {
    const id = await drawn(ofCanTho, { size: 100 });
    const before = await itemsOf(id, ofCanTho);
    await deliver(aDelivery({ ...CAN_THO, lines: [aTradedLine({ productId: before[0]!.productId, label: aLabelWithoutLot() })] }));
    expect(await itemsOf(id, ofCanTho)).toEqual(before);
    for (const table of ['sample', 'sample_stratum', 'sample_item'])
      await expect(sql(world.db.read, `delete from audit.${table}`)).rejects.toThrow(/append-only/);
  });

  it('says so where nothing was traded', async () => {
    const { status, body } = await draw(nation, { period: '2025-Q1' });
    expect([status, body.code]).toEqual([409, 'sample.nothing-traded']);
  });

  it('shows a province’s official his part of the nation’s sample, and nothing of another province’s', async () => {
    const ofNation = await drawn(nation, { size: 12 });
    const own = await itemsOf(ofNation, ofCanTho);
    expect(own.map(({ communeCode }) => communeCode)).toEqual(Array(4).fill('31309'));
    expect((await read(`${ofNation}/result`, ofCanTho)).strata.map(({ key }: { key: string }) => key)).toEqual(['92/13']);
    expect((await itemsOf(ofNation, ofCommune)).map(({ productId }) => productId)).toEqual(own.map(({ productId }) => productId));
    expect(await read(`${ofNation}/result`, ofCommune)).toMatchObject({ strata: [], audited: null });
    const ofOwnCommune = await drawn(ofCommune);
    expect((await read(`${ofOwnCommune}/result`, ofCommune)).strata).toMatchObject([{ units: 4, drawn: 4 }]);
    const ofProvince = await drawn(ofHanoi);
    const paths = ['', '/items', '/result', '/frame'].map((path) => `/audit/samples/${ofProvince}${path}`);
    const answers = await Promise.all(
      [...paths, `/audit/samples/${ofNation}/frame`].map((path) => world.http('GET', path, { as: ofCanTho })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(404));
    expect((await draw(ofCanTho, { province: '01' })).status).toBe(404);
    const [item] = await itemsOf(ofProvince, ofHanoi);
    expect((await inspect(ofCanTho, ofProvince, item!.productId)).status).toBe(404);
    const { data } = (await world.http('GET', '/audit/samples', { as: ofCanTho })).body;
    expect(data.map(({ id }: { id: string }) => id)).not.toContain(ofProvince);
  });

  it('holds what inspectors find against what was declared, with the interval of each stratum and of all', async () => {
    const id = await drawn(ofHanoi, { size: 8 });
    expect((await read(`${id}/result`, ofHanoi)).audited).toBeNull();
    const items = await itemsOf(id, ofHanoi);
    for (const [at, item] of items.entries())
      await inspect(ofHanoi, id, item.productId, {
        verdicts: at === 0 ? found('right', { 'origin.lot': 'wrong' }) : at === 1 ? found('unclear') : found(),
      });
    const result = await read(`${id}/result`, ofHanoi);
    const { declaredRight, declaredWrong, incompleteRight, incompleteWrong, unclear } = result.found;
    expect([declaredWrong + incompleteWrong, declaredRight + incompleteRight, unclear]).toEqual([1, 6, 1]);
    expect(result.declared).toEqual({ numerator: 7, denominator: 8, share: '87.50' });
    expect(Number(result.audited.lowPercent)).toBeLessThan(Number(result.audited.sharePercent));
    expect(result.strata.map(({ units }: { units: number }) => units)).toEqual([4, 4]);
    expect(result.fields.find(({ field }: { field: string }) => field === 'origin.lot')).toMatchObject({ right: 6, wrong: 1, unclear: 1 });
    expect(result.counter.lines).toMatchObject({ numerator: 4, denominator: 8 });
    expect(await read(id, ofHanoi)).toMatchObject({ items: 8, inspected: 8, inspectedTwice: 0 });
  });

  it('is taken along in words: seed and frame to draw it again, findings, strata by name, the share with its estimate', async () => {
    const { id, frameHash } = (await draw(nation, { title: 'Đợt 2' })).body;
    for (const [at, { productId }] of (await itemsOf(id, nation)).entries())
      await inspect(nation, id, productId, { verdicts: found(at ? 'right' : 'wrong') });
    const take = async (table: string) =>
      (await world.http('GET', `/audit/exports/${table}.csv?period=2026-Q3&version=0&id=${id}`, { as: nation })).text;
    const [items, strata] = [await take('sample-items'), await take('sample-strata')];
    for (const words of [`Đợt 2 (${id})`, 'hạt giống', frameHash]) expect(items).toContain(words);
    expect(items.match(/,đúng \/ right\r\n/g)).toHaveLength(5);
    expect(items).toContain('Cà phê, ca cao / Coffee, cocoa');
    expect(strata).toMatch(/^"Thành phố Hà Nội · 13\. Cà phê/m);
    expect(strata).toMatch(/Value,"83,33 %"\r\n/);
    expect(strata).toMatch(/Weighted estimate.*\d %.* – .*12 sản phẩm của khung/);
  });

  it('is open to a second inspector where it is inspected twice, who does not see the first’s finding', async () => {
    const id = await drawn(ofHanoi, { doublePercent: 100 });
    const [item] = await itemsOf(id, ofHanoi);
    await inspect(ofHanoi, id, item!.productId, { verdicts: found('right', { 'brand.name': 'wrong' }) });
    const seenBefore = (await itemsOf(id, otherOfHanoi))[0]!;
    expect([seenBefore.judgedBy, seenBefore.open, seenBefore.inspections]).toEqual([1, true, []]);
    expect((await itemsOf(id, ofHanoi))[0]).toMatchObject({ open: false, inspections: [{ outcome: 'wrong', own: true }] });
    await inspect(otherOfHanoi, id, item!.productId);
    expect((await itemsOf(id, otherOfHanoi))[0]!.inspections.map(({ outcome, own }) => [outcome, own])).toEqual([
      ['wrong', false],
      ['right', true],
    ]);
    const { agreement, agreementByField } = await read(`${id}/result`, ofHanoi);
    expect(agreement.same).toEqual({ numerator: 12, denominator: 13, share: '92.30' });
    expect(agreement).toMatchObject({ kappa: '0.000', undefinedWhy: null });
    expect(agreementByField[0]).toMatchObject({ field: 'brand.name', same: { numerator: 0, denominator: 1 } });
    expect(agreementByField[1]).toMatchObject({ field: 'brand.owner', kappa: null, undefinedWhy: 'one-answer' });
    const third = await inspect(nation, id, item!.productId);
    expect([third.status, third.body.code]).toEqual([409, 'inspection.by-another']);
  });

  it('records a finding once, however often it is sent, and side by side', async () => {
    const id = await drawn(ofHanoi);
    const [one, two] = await itemsOf(id, ofHanoi);
    const finding = { id: randomUUID(), remark: 'Nhãn mờ' };
    const answers = await Promise.all(Array.from({ length: 4 }, () => inspect(ofHanoi, id, one!.productId, finding)));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204]);
    expect((await itemsOf(id, ofHanoi))[0]!.inspections).toHaveLength(1);
    const used = await inspect(ofHanoi, id, two!.productId, finding);
    expect([used.status, used.body.code]).toEqual([422, 'inspection.id-used']);
    const other = await inspect(ofHanoi, id, one!.productId, { ...finding, verdicts: found('wrong') });
    expect([other.status, other.body.code]).toEqual([422, 'inspection.id-used']);
    const twice = [...found().slice(0, -1), { field: 'brand.name', verdict: 'wrong' }];
    expect((await inspect(ofHanoi, id, two!.productId, { verdicts: twice })).body.code).toBe('request.invalid');
    const rivals = await Promise.all([ofHanoi, otherOfHanoi].map((as) => inspect(as, id, two!.productId)));
    expect(rivals.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  it('corrects a finding by a new one of the same inspector with a reason; the first stays, and agreement is told from it', async () => {
    const id = await drawn(ofHanoi, { doublePercent: 100 });
    const [item] = await itemsOf(id, ofHanoi);
    const first = randomUUID();
    await inspect(ofHanoi, id, item!.productId, { id: first });
    const twice = await inspect(ofHanoi, id, item!.productId);
    expect(twice.body.code).toBe('inspection.done');
    const silent = await inspect(ofHanoi, id, item!.productId, { corrects: first });
    expect(silent.body.code).toBe('inspection.reason-missing');
    const correction = { corrects: first, reason: 'Bấm nhầm', verdicts: found('right', { 'origin.date': 'wrong' }) };
    expect((await inspect(otherOfHanoi, id, item!.productId, correction)).body.code).toBe('inspection.not-latest');
    expect((await inspect(ofHanoi, id, item!.productId, correction)).status).toBe(204);
    expect((await inspect(ofHanoi, id, item!.productId, correction)).body.code).toBe('inspection.not-latest');
    await inspect(otherOfHanoi, id, item!.productId);
    const { found: counted, agreement } = await read(`${id}/result`, ofHanoi);
    expect(counted.declaredWrong + counted.incompleteWrong).toBe(1);
    expect(agreement.same).toMatchObject({ numerator: 13, denominator: 13 });
    await expect(sql(world.db.read, `update audit.inspection set remark = 'x'`)).rejects.toThrow(/append-only/);
  });

  it.each<[string, object, string]>([
    ['a field without a finding', { verdicts: [{ field: 'brand.name', verdict: 'right' }] }, 'inspection.fields-missing'],
    ['half a place', { latitude: 21 }, 'inspection.place-half'],
    ['a photo nobody sent', { photoIds: [randomUUID()] }, 'inspection.photo-unknown'],
    ['what is no id of a photo', { photoIds: ['x'] }, 'inspection.photo-unknown'],
    ['an unknown finding', { verdicts: [{ field: 'brand.name', verdict: 'perhaps' }] }, 'request.invalid'],
  ])('refuses %s, and nothing is lost', async (_, changes, code) => {
    const id = await drawn(ofHanoi, { size: 1 });
    const [item] = await itemsOf(id, ofHanoi);
    expect((await inspect(ofHanoi, id, item!.productId, changes)).body.code).toBe(code);
    expect((await inspect(ofHanoi, id, item!.productId)).status).toBe(204);
  });

  it('compares what was scanned with what was declared', async () => {
    const id = await drawn(ofCanTho, { size: 3 });
    const items = await itemsOf(id, ofCanTho);
    const codes = ['8934588000010', '8934588000027', undefined];
    for (const [at, item] of items.entries()) await inspect(ofCanTho, id, item.productId, codes[at] ? { scannedCode: codes[at] } : {});
    expect((await itemsOf(id, ofCanTho)).map(({ inspections }) => inspections[0]!.codeMatches)).toEqual([true, false, null]);
  });

  it('says of a photo that is kept no longer that it is gone, to whoever may see it; the finding and its files stay as they were', async () => {
    const id = await drawn(ofHanoi, { size: 1 });
    const [item] = await itemsOf(id, ofHanoi);
    const picture = Buffer.from(ONE_DOT_OF_PNG, 'base64');
    const photo = await world.get(AddInspectionPhoto).run(ofHanoi, id, picture);
    expect((await inspect(ofHanoi, id, item!.productId, { photoIds: [photo] })).status).toBe(204);
    const photoSeenBy = async (as: Actor) => {
      const { status, body } = await world.http('GET', `/audit/samples/${id}/photos/${photo}`, { as });
      return status === 200 ? status : body.code;
    };
    const shown = async () => [
      await read(`${id}/items`, ofHanoi),
      await read(`${id}/result`, ofHanoi),
      ...(await Promise.all(
        ['csv', 'pdf'].map((form) => world.http('GET', `/audit/exports/sample-items.${form}?id=${id}`, { as: ofHanoi })),
      ).then((files) => files.map(({ status, bytes }) => [status, bytes.toString('base64')]))),
    ];
    const before = await shown();
    expect([await photoSeenBy(ofHanoi), before[2][0], before[3][0]]).toEqual([200, 200, 200]);
    const [{ hash }] = (await sql<{ hash: string }>(
      world.db.read,
      'select content_hash as hash from audit.inspection_photo where id = $1',
      [photo],
    )) as [{ hash: string }];
    await world.get(FileStorage).remove(photoKey(hash));
    expect([await photoSeenBy(ofHanoi), await photoSeenBy(ofCanTho)]).toEqual(['inspection.photo-gone', 'not-found']);
    expect(await shown()).toEqual(before);
    expect(await world.get(AddInspectionPhoto).run(ofHanoi, id, picture)).toBe(photo);
    expect(await photoSeenBy(ofHanoi)).toBe(200);
  });
});
