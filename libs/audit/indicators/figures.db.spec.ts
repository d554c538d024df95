import { randomUUID } from 'node:crypto';
import { ParcelClosed } from '@choxa/postal-contract';
import { AuditGiven } from '../audit.factory.js';
import { aClosedParcel, aDelivery, aLabel, aLabelWithoutLot, aTradedLine } from '../facts/events.factory.js';

describe('what figures count', () => {
  let audit: AuditGiven;

  beforeAll(async () => {
    audit = await AuditGiven.open();
  });
  afterAll(() => audit.world.close());
  beforeEach(() => audit.forget());

  it('says that none arose, not 100 %, where nothing was traded or closed', async () => {
    expect(await audit.inQ3(12)).toEqual([0, 0, null]);
    expect(await audit.inQ3(13)).toEqual([0, 0, null]);
    const { byLine, byValue, strictGtin, parts } = await audit.read('indicators/12?period=2026-Q3');
    expect([byLine.share, byValue.share, strictGtin.share, parts.brand.share]).toEqual([null, null, null, null]);
  });

  it('counts a product only when all its traded lines are compliant', async () => {
    const productId = randomUUID();
    await audit.deliver(
      aDelivery({ lines: [aTradedLine({ productId }), aTradedLine()] }),
      aDelivery({ lines: [aTradedLine({ productId, label: aLabelWithoutLot() })] }),
    );
    expect(await audit.inQ3()).toEqual([1, 2, '50.00']);
    const { byLine, parts, missing } = await audit.read('indicators/12?period=2026-Q3');
    expect(byLine).toEqual({ numerator: 2, denominator: 3, share: '66.66' });
    expect([parts.brand.numerator, parts.barcode.numerator, parts.origin.numerator]).toEqual([2, 2, 1]);
    expect(missing).toEqual([
      { field: 'origin.date', count: 1, netCount: 1, products: 1 },
      { field: 'origin.lot', count: 1, netCount: 1, products: 1 },
    ]);
  });

  it('counts an internal number and a missing one apart from a GTIN', async () => {
    const productId = randomUUID();
    await audit.deliver(
      aDelivery({ lines: [aTradedLine({ label: aLabel({ barcode: { kind: 'internal', number: '00400000000015' } }) })] }),
      aDelivery({ lines: [aTradedLine({ productId }), aTradedLine({ productId, label: aLabel({ barcode: null }) })] }),
      aDelivery({ lines: [aTradedLine({ checkedByPerson: true })] }),
    );
    const { numerator, strictGtin, checkedByPerson } = await audit.read('indicators/12?period=2026-Q3');
    expect([numerator, strictGtin.numerator, checkedByPerson.numerator]).toEqual([3, 1, 1]);
  });

  it('leaves set 26, a service, outside every share and lists it apart', async () => {
    const label = aLabel({ compliant: false, level: 'none', parts: { brand: 'none', barcode: 'none', origin: 'none' }, barcode: null });
    await audit.deliver(aDelivery({ lines: [aTradedLine(), aTradedLine({ setCode: '26', amountVnd: 900_000, label })] }));
    expect(await audit.inQ3()).toEqual([1, 1, '100.00']);
    const { byLine, services } = await audit.read('indicators/12?period=2026-Q3');
    expect(byLine.denominator).toBe(1);
    expect(services).toEqual({ products: 1, lines: 1, amountVnd: 900_000 });
    expect((await audit.read('indicators/12/lines?period=2026-Q3')).data).toHaveLength(1);
  });

  it('cuts days, quarters and years at midnight in Vietnam', async () => {
    const at = (deliveredAt: string) => aDelivery({ deliveredAt });
    await audit.deliver(
      at('2026-09-30T16:59:59.999Z'),
      at('2026-09-30T17:00:00.000Z'),
      at('2026-12-31T16:59:59.999Z'),
      at('2026-12-31T17:00:00Z'),
    );
    await audit.tell(
      ParcelClosed,
      aClosedParcel({ closedAt: '2026-12-31T16:59:59.999Z' }),
      aClosedParcel({ closedAt: '2026-12-31T17:00:00Z' }),
    );
    const denominator = async (number: number, period: string) => (await audit.read(`indicators/${number}?period=${period}`)).denominator;
    const counted = [];
    for (const period of ['2026-Q3', '2026-Q4', '2027-Q1', '2026', '2027'])
      counted.push([await denominator(12, period), await denominator(13, period)]);
    expect(counted).toEqual([
      [1, 0],
      [2, 1],
      [1, 1],
      [3, 1],
      [1, 1],
    ]);
  });

  it('never prints 99.996 % as 100 %', async () => {
    const amounts = [99_992, 1, 1, 1, 1];
    await audit.deliver(
      ...amounts.map((amountVnd, buyer) => aDelivery({ buyerPhoneHash: `buyer ${buyer}`, lines: [aTradedLine({ amountVnd })] })),
      aDelivery({ lines: [aTradedLine({ amountVnd: 4, label: aLabelWithoutLot() })] }),
    );
    expect((await audit.read('indicators/12?period=2026-Q3')).byValue).toEqual({
      numeratorVnd: 99_996,
      denominatorVnd: 100_000,
      share: '99.99',
    });
  });

  it('tells delivered to the address from delivered elsewhere', async () => {
    await audit.tell(
      ParcelClosed,
      aClosedParcel({ attempts: 2 }),
      aClosedParcel({ deliveryPlace: 'shared_box' }),
      aClosedParcel({ deliveryPlace: 'pickup_point' }),
      aClosedParcel({ outcome: 'lost', deliveryPlace: null, operatorCode: 'other' }),
    );
    const { numerator, denominator, share, validlyDelivered, firstAttempt, byOperator, outcomes, deliveryPlaces } =
      await audit.read('indicators/13?period=2026-Q3');
    expect([numerator, denominator, share]).toEqual([2, 4, '50.00']);
    expect([validlyDelivered.share, firstAttempt.share]).toEqual(['75.00', '50.00']);
    expect(byOperator).toEqual([
      { code: 'demo', numerator: 2, denominator: 3, share: '66.66' },
      { code: 'other', numerator: 0, denominator: 1, share: '0.00' },
    ]);
    expect(outcomes).toEqual([
      { outcome: 'EMI', count: 3 },
      { outcome: 'lost', count: 1 },
    ]);
    expect(deliveryPlaces).toHaveLength(3);
  });
});
