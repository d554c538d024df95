import { LabellingGiven, type GivenSeller } from '../labelling.factory.js';
import { AllotBarcode, MakeLot, RecordBarcodeChecks } from '../index.js';

let given: LabellingGiven;
let seller: GivenSeller;

beforeAll(async () => {
  given = await LabellingGiven.world();
  seller = await given.seller();
});
afterAll(() => given.world.close());

const levelOf = async (address: string) => (await given.world.http('GET', `/trace/${address}`)).body.label.barcode.level;

it('a barcode read at the counter is checked by a person, for that number and that lot only', async () => {
  const { packId, slug, lot, barcode } = await given.labelled(seller);
  const check = (number: string) =>
    given.world.db.transaction((tx) =>
      given.world.get(RecordBarcodeChecks).run(tx, [{ packId, lotId: lot.id, number }], given.world.clock.now()),
    );
  const onPage = async () => (await given.world.http('GET', `/products/${slug}`)).body.label.barcode.level;
  expect([await levelOf(lot.traceCode), await onPage()]).toEqual(['format_valid', 'format_valid']);
  await check(barcode.number);
  await check(barcode.number);
  expect([await levelOf(lot.traceCode), await onPage()]).toEqual(['checked', 'checked']);

  const next = await given.world.get(MakeLot).run(seller.as, packId, { producedOn: '2026-11-10', producedKind: 'harvest' });
  expect([await levelOf(lot.traceCode), await levelOf(next.traceCode), await onPage()]).toEqual([
    'checked',
    'format_valid',
    'format_valid',
  ]);
  await given.world.get(AllotBarcode).run(seller.as, packId, { kind: 'gtin', number: given.gtin(), companyPrefix: '8938501' });
  expect(await levelOf(lot.traceCode)).toBe('format_valid');
});
