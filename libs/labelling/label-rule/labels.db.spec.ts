import { EditProduct } from '@choxa/catalogue';
import { LabellingGiven, type GivenSeller } from '../labelling.factory.js';
import { Labels, MakeLot, RecordTraceEvent } from '../index.js';
import { RefreshLabelsOfExpiredLots } from './refresh-labels-of-expired-lots.js';

let given: LabellingGiven;
let seller: GivenSeller;

beforeAll(async () => {
  given = await LabellingGiven.world();
  seller = await given.seller();
});
afterAll(() => given.world.close());

const http = (...args: Parameters<LabellingGiven['world']['http']>) => given.world.http(...args);
const allot = (packId: string, body: object, as = seller.as) => http('POST', `/packs/${packId}/barcodes`, { as, body });

describe('the label', () => {
  it('from nothing to complete, each step shown to the household and copied onto the listing', async () => {
    const product = await given.product(seller, { brandName: null, standards: null, shelfLifeDays: null });
    const gaps = async () => (await http('GET', `/household/products/${product.id}/label`, { as: seller.as })).body;
    const page = async () => (await http('GET', `/products/${product.slug}`)).body;
    const fields = async () => (await gaps()).missing.map(({ field }: { field: string }) => field);
    expect((await page()).label).toMatchObject({ level: 'none', missing: await fields() });
    expect(await fields()).toEqual([
      'brand.name',
      'brand.owner',
      'barcode.number',
      'origin.place',
      'origin.lot',
      'origin.date',
      'origin.trace-code',
      'origin.standard',
      'origin.shelf-life',
      'origin.event',
    ]);
    expect((await gaps()).missing[0]).toEqual({
      field: 'brand.name',
      part: 'brand',
      where: 'product',
      textVi: expect.any(String),
      textEn: expect.any(String),
    });

    await given.world
      .get(EditProduct)
      .run(seller.as, product.id, { brandName: 'Cầu Đất Farm', standards: 'TCVN 5251:2015', shelfLifeDays: 365 });
    await given.world.drain();
    const { body: barcode } = await allot(product.packId, { kind: 'internal' });
    expect(await fields()).toEqual(['origin.place', 'origin.lot', 'origin.date', 'origin.trace-code', 'origin.event']);
    const { body: lot } = await http('POST', `/packs/${product.packId}/lots`, {
      as: seller.as,
      body: { producedOn: '2026-11-01', producedKind: 'harvest' },
    });
    expect(await gaps()).toMatchObject({ level: 'declared', missing: [{ field: 'origin.event', part: 'origin' }] });
    expect((await page()).label.level).toBe('declared');
    await http('POST', `/lots/${lot.id}/trace-events`, { as: seller.as, body: { step: 'harvesting' } });

    expect(await gaps()).toMatchObject({ percent: 100, level: 'format_valid', missing: [] });
    const shown = await page();
    expect(shown.label).toMatchObject({
      level: 'format_valid',
      brand: { name: 'Cầu Đất Farm' },
      barcode: { kind: 'internal' },
      missing: [],
    });
    expect(shown.packs[0].barcode).toEqual({ kind: 'internal', number: barcode.digits, svgUrl: barcode.svgUrl, pngUrl: barcode.pngUrl });
    expect(shown.trace).toEqual({ traceCode: lot.traceCode, lotCode: lot.code, producedOn: '2026-11-01', url: lot.traceUrl });
  });

  it('a snapshot tells what the label was at that moment, whatever comes later', async () => {
    const { packId, lot, barcode } = await given.labelled(seller);
    const bare = await given.product(seller);
    const labels = given.world.get(Labels);
    const at = given.world.clock.now();
    const before = new Date('2026-10-31T00:00:00Z');
    const now = await labels.forSale(given.world.db.read, [packId, bare.packId, '3f1de1a4-0000-4000-8000-000000000000'], at);
    expect(now.size).toBe(2);
    expect(now.get(packId)).toEqual([
      {
        counted: null,
        label: {
          ruleVersion: expect.any(String),
          applies: true,
          level: 'format_valid',
          compliant: true,
          missing: [],
          parts: { brand: 'format_valid', barcode: 'format_valid', origin: 'format_valid' },
          barcode: { kind: 'internal', number: barcode.number },
          lotId: lot.id,
          lotCode: lot.code,
          traceCode: lot.traceCode,
        },
      },
    ]);
    expect(now.get(bare.packId)).toMatchObject([{ counted: null, label: { compliant: false, barcode: null, lotId: null } }]);
    const earlier = (await labels.forSale(given.world.db.read, [packId], before)).get(packId);
    expect(earlier).toMatchObject([
      { label: { compliant: false, lotId: null, missing: expect.arrayContaining(['barcode.late', 'origin.lot']) } },
    ]);
  });

  it('the label of a pack is shown for its latest lot that has not expired', async () => {
    const { packId } = await given.product(seller);
    const make = (producedOn: string, expiresOn: string) =>
      given.world.get(MakeLot).run(seller.as, packId, { producedOn, expiresOn, producedKind: 'harvest' });
    const old = await make('2026-10-01', '2026-12-31');
    const recent = await make('2026-11-10', '2026-11-20');
    const at = async (day: string) =>
      (await given.world.get(Labels).judge(given.world.db.read, [packId], new Date(`${day}T05:00:00Z`))).get(packId)!.own.lotId;
    expect(await at('2026-09-30')).toBeNull();
    expect(await at('2026-11-09')).toBe(old.id);
    expect(await at('2026-11-20')).toBe(recent.id);
    expect(await at('2026-11-21')).toBe(old.id);
    expect(await at('2027-01-01')).toBeNull();
  });

  it('when a lot expires, its pack is shown as not labelled from that day on', async () => {
    const { packId, slug } = await given.product(seller);
    await allot(packId, { kind: 'internal' });
    const lot = await given.world
      .get(MakeLot)
      .run(seller.as, packId, { producedOn: '2026-11-01', expiresOn: '2026-11-16', producedKind: 'harvest' });
    await given.world.get(RecordTraceEvent).run(seller.as, lot.id, { step: 'packing' });
    const level = async () => (await http('GET', `/products/${slug}`)).body.label.level;
    const nightly = given.world.get(RefreshLabelsOfExpiredLots);
    await nightly.run();
    expect(await level()).toBe('format_valid');
    given.world.clock.advance(86_400_000);
    expect(await nightly.run()).toBeGreaterThanOrEqual(1);
    expect(await level()).toBe('none');
    given.world.clock.advance(-86_400_000);
  });

  it('an order is filled from the lots that expire first, up to one that nobody counted; none that is expired, recalled or of tomorrow', async () => {
    const { packId } = await given.product(seller);
    const make = async (producedOn: string, expiresOn: string | undefined, quantity?: number) =>
      (await given.world.get(MakeLot).run(seller.as, packId, { producedOn, expiresOn, quantity, producedKind: 'harvest' })).id;
    const counted = await make('2026-11-10', '2026-11-25', 4);
    const last = await make('2026-10-01', undefined, 9);
    const uncounted = await make('2026-11-12', '2026-12-31');
    await make('2026-10-01', '2026-11-01');
    await make('2026-11-15', '2026-11-18', 7);
    const lots = async (day: string) => {
      const labels = (await given.world.get(Labels).forSale(given.world.db.read, [packId], new Date(`${day}T05:00:00Z`))).get(packId)!;
      return labels.map(({ label, counted }) => [label.lotId, counted]);
    };
    expect(await lots('2026-11-13')).toEqual([
      [counted, 4],
      [uncounted, null],
    ]);
    expect(await lots('2027-01-01')).toEqual([[last, 9]]);
    expect(await lots('2026-09-01')).toEqual([[null, null]]);
  });

  it('an event after shipping, or not yet happened, does not make an origin clear', async () => {
    const { packId } = await given.product(seller);
    await allot(packId, { kind: 'internal' });
    const lot = await given.world.get(MakeLot).run(seller.as, packId, { producedOn: '2026-11-01', producedKind: 'harvest' });
    const record = (step: 'shipping' | 'packing', at: string) =>
      given.world.get(RecordTraceEvent).run(seller.as, lot.id, { step, occurredAt: new Date(at) });
    const missing = async (at: Date) =>
      (await given.world.get(Labels).judge(given.world.db.read, [packId], at)).get(packId)!.verdict.missing;
    const now = given.world.clock.now();
    await record('shipping', '2026-11-05T00:00:00Z');
    await record('packing', '2026-11-06T00:00:00Z');
    expect(await missing(now)).toEqual(['origin.event']);
    await record('packing', '2026-11-04T00:00:00Z');
    expect(await missing(now)).toEqual([]);
  });

  it('is judged in the same three statements for one pack and for forty', async () => {
    const { packId } = await given.labelled(seller);
    const bare = await given.product(seller, { draft: true });
    const count = async (packIds: string[]) => {
      const { dataSource } = given.world.db;
      const quiet = dataSource.logger;
      let statements = 0;
      dataSource.logger = { ...quiet, logQuery: () => void (statements += 1) };
      await given.world.get(Labels).forSale(given.world.db.read, packIds, given.world.clock.now());
      dataSource.logger = quiet;
      return statements;
    };
    expect(await count([packId])).toBe(3);
    expect(await count([packId, bare.packId, ...Array.from({ length: 38 }, () => packId)])).toBe(3);
  });
});
