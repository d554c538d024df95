import { randomUUID } from 'node:crypto';
import { AuditGiven, nation, ofCanTho } from '../../audit.factory.js';
import { aDelivery, aLabel, aLabelWithoutLot, aTradedLine } from '../../facts/events.factory.js';

describe('what is behind indicator 12', () => {
  let audit: AuditGiven;

  beforeAll(async () => {
    audit = await AuditGiven.open();
  });
  afterAll(() => audit.world.close());
  beforeEach(() => audit.forget());

  it('lists failing lines page by page, newest first by the days of Vietnam, each once', async () => {
    const times = [
      '2026-08-01T16:59:59.999Z',
      '2026-08-01T17:00:00Z',
      '2026-08-01T17:00:00Z',
      '2026-08-02T20:00:00Z',
      '2026-08-04T03:00:00Z',
    ];
    const productId = randomUUID();
    await audit.deliver(
      ...times.map((deliveredAt, buyer) =>
        aDelivery({
          deliveredAt,
          buyerPhoneHash: `buyer ${buyer}`,
          lines: [aTradedLine({ productId, label: aLabelWithoutLot() }), aTradedLine()],
        }),
      ),
    );
    const seen: string[] = [];
    let cursor = '';
    do {
      const { data, next } = await audit.read(`indicators/12/lines?period=2026-Q3&compliant=false&limit=2${cursor}`);
      expect(data.every((line: { compliant: boolean; missing: string[] }) => !line.compliant && line.missing.includes('origin.lot'))).toBe(
        true,
      );
      seen.push(...data.map((line: { deliveredOn: string }) => line.deliveredOn));
      cursor = next ? `&cursor=${next}` : '';
    } while (cursor);
    expect(seen).toEqual(['2026-08-04', '2026-08-03', '2026-08-02', '2026-08-02', '2026-08-01']);
    expect((await audit.read('indicators/12/lines?period=2026-Q3')).data).toHaveLength(10);
  });

  it('shows no single purchase, and no value, of what fewer than five bought', async () => {
    const productId = randomUUID();
    const order = (buyer: number) => aDelivery({ buyerPhoneHash: `buyer ${buyer}`, lines: [aTradedLine({ productId })] });
    const shown = async () => {
      const { data } = await audit.read(`indicators/12/lines?period=2026-Q3&product=${productId}`);
      const { byValue, fewBuyers } = await audit.read(`indicators/12?period=2026-Q3&product=${productId}`);
      const [first] = data as { fewBuyers: boolean; deliveredOn: string | null; quantity: number | null; amountVnd: number | null }[];
      return [first!.fewBuyers, first!.deliveredOn, first!.quantity, first!.amountVnd, fewBuyers, byValue?.denominatorVnd ?? null];
    };
    await audit.deliver(order(1), order(2), order(3), order(4), order(4));
    expect(await shown()).toEqual([true, null, null, null, true, null]);
    await audit.deliver(order(5));
    expect(await shown()).toEqual([false, '2026-08-10', 1, 120_000, false, 720_000]);
  });

  it('tells which missing field would raise the share most: only what lacks nothing else would count', async () => {
    const lacking = (...missing: ('origin.lot' | 'brand.name')[]) =>
      aLabel({ compliant: false, level: 'none', missing, parts: { brand: 'none', barcode: 'format_valid', origin: 'declared' } });
    const twice = randomUUID();
    await audit.deliver(
      aDelivery(),
      aDelivery({ lines: [aTradedLine({ label: lacking('brand.name') })] }),
      aDelivery({ lines: [aTradedLine({ productId: twice, label: lacking('origin.lot') }), aTradedLine({ productId: twice })] }),
      aDelivery({ lines: [aTradedLine({ label: lacking('origin.lot') })] }),
      aDelivery({ lines: [aTradedLine({ label: lacking('origin.lot', 'brand.name') })] }),
    );
    const { data } = await audit.read('indicators/12/gaps?period=2026-Q3');
    expect(data).toMatchObject([
      { field: 'origin.lot', lines: 3, products: 3, gain: { products: 2, after: { numerator: 3, denominator: 5, share: '60.00' } } },
      { field: 'brand.name', lines: 2, products: 2, gain: { products: 1, after: { numerator: 2, denominator: 5, share: '40.00' } } },
    ]);
  });

  it('shows of one product what its labels lacked, and the labels as they were copied', async () => {
    const productId = randomUUID();
    await audit.deliver(
      aDelivery({ lines: [aTradedLine({ productId, label: { ...aLabelWithoutLot(), lotCode: null } }), aTradedLine({ productId })] }),
      aDelivery({ lines: [aTradedLine({ productId })] }),
    );
    const product = await audit.read(`indicators/12/products/${productId}?period=2026-Q3`);
    expect(product).toMatchObject({
      numerator: 0,
      denominator: 1,
      byLine: { numerator: 2, denominator: 3 },
      filters: [{ key: 'product' }],
    });
    expect(product.levels.origin).toEqual({ none: 1, declared: 0, formatValid: 2, checked: 0 });
    expect(product.evidence).toMatchObject([
      { compliant: false, missing: ['origin.lot', 'origin.date'], origin: 'none', lines: 1 },
      { compliant: true, missing: [], barcodeKind: 'gtin', barcodeNumber: '08934588000010', lines: 2 },
    ]);
    expect(product.lines.data).toHaveLength(3);
    expect((await audit.world.http('GET', `/audit/indicators/12/products/${productId}`, { as: ofCanTho })).status).toBe(404);
  });

  it('never answers anything of the buyer', async () => {
    const buyer = { buyerAccountId: randomUUID(), buyerPhoneHash: 'buyer-mark' };
    await audit.deliver(aDelivery({ ...buyer, orderNumber: 'order-mark' }));
    const texts = await Promise.all(
      ['periods', 'indicators', 'indicators/12?period=2026-Q3', 'indicators/12/lines?period=2026-Q3', 'indicators/13'].map(
        async (path) => (await audit.world.http('GET', `/audit/${path}`, { as: nation })).text,
      ),
    );
    expect(texts.join()).toContain('Hộ Trần Văn Bền');
    expect(texts.join()).not.toMatch(new RegExp(`${buyer.buyerAccountId}|buyer-mark|order-mark`));
  });
});
