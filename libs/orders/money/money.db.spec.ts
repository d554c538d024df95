import { readSheet } from 'read-excel-file/node';
import { sql } from '@choxa/platform';
import { CodRemitted, ParcelAccepted, ParcelDelivered, ParcelReturned } from '@choxa/postal-contract';
import { VerifyLedger } from '../ledger/verify-ledger.js';
import { SeededNumbers } from '@choxa/testing';
import { OrdersWorld, type Seller } from '../orders.factory.js';
import { recount } from './recount.factory.js';

const PERIOD = '2026-11';

/** Random histories; `npm run drill` asks for 10,000. */
const HISTORIES = Number(process.env['MONEY_HISTORIES'] ?? 24);
const LONGEST_MS = 60_000 + HISTORIES * 2_000;

describe('a household’s money', () => {
  let shop: OrdersWorld;
  let seller: Seller;
  let packId: string;
  let buyers = 0;

  beforeAll(async () => {
    shop = await OrdersWorld.open();
    seller = await shop.seller('=Hộ Tiền');
    await shop.payoutAccount(seller);
    packId = await shop.pack(seller, { stock: 3 * HISTORIES + 100 });
  }, 90_000);
  afterAll(() => shop.world.close());

  const http = (...args: Parameters<OrdersWorld['world']['http']>) => shop.world.http(...args);
  const now = () => shop.world.clock.now().toISOString();
  const money = async (as = seller.actor) => (await http('GET', `/household/money?period=${PERIOD}&limit=100`, { as })).body;
  const lineOf = async (id: string) => (await money()).data.find((line: { sellerOrderId: string }) => line.sellerOrderId === id);
  const placed = async (paymentMethod = 'cod', quantity = 1) => {
    // Each by somebody else: a phone may have only so many open orders.
    const phone = `05000${String((buyers += 1)).padStart(5, '0')}`;
    const { body, text } = await shop.order(await shop.cart({ packId, quantity }), { paymentMethod, phone });
    if (!body.sellerOrders) throw new Error(text);
    return { id: body.sellerOrders[0].id as string, totalVnd: body.totalVnd as number, number: body.number as string };
  };
  const accept = (id: string) =>
    shop.post(ParcelAccepted, { number: 'n', senderReference: id, acceptedAt: now(), weightGrams: 500, checks: [] });
  const deliver = async ({ id, totalVnd }: { id: string; totalVnd: number }, cod = true) => {
    await accept(id);
    const codCollectedVnd = cod ? totalVnd : 0;
    await shop.post(ParcelDelivered, { number: 'n', senderReference: id, deliveredAt: now(), deliveryPlace: 'address', codCollectedVnd });
  };
  const remit = (reference: string, ...orders: { id: string; totalVnd: number }[]) =>
    shop.post(CodRemitted, {
      operatorCode: 'mau',
      reference,
      remittedAt: now(),
      parcels: orders.map(({ id, totalVnd }) => ({
        number: 'EE473124829XA',
        senderReference: id,
        collectedVnd: totalVnd,
        paidVnd: totalVnd - 22_000,
      })),
    });
  const statement = (line: string) =>
    shop.upload('/household/bank-statements?apply=true', seller.actor, `Ngày,Số tiền,Nội dung\n16/11/2026,${line}`);

  it('goes with cash from owed to collected, paid out and reconciled', async () => {
    const order = await placed();
    expect(await lineOf(order.id)).toMatchObject({ settlement: 'unsettled', dueVnd: 122_000, netVnd: 100_000, postageVnd: 22_000 });
    await deliver(order);
    expect(await lineOf(order.id)).toMatchObject({ settlement: 'unsettled', dueVnd: 0, collectedVnd: 122_000, atPostVnd: 122_000 });
    await remit('COD-A1', order);
    expect(await lineOf(order.id)).toMatchObject({
      settlement: 'paid',
      atPostVnd: 0,
      arrivedVnd: 100_000,
      postageVnd: 22_000,
      reference: 'COD-A1',
    });
    expect((await statement('100000,tra COD A1')).body.lines[0].outcome).toBe('remitted');
    expect(await lineOf(order.id)).toMatchObject({ settlement: 'reconciled', arrivedVnd: 100_000 });
  });

  it('waits for a delivery that has not been told yet', async () => {
    const order = await placed();
    await expect(remit('COD-EARLY', order)).rejects.toThrow('remitted before its delivery arrived');
  });

  it('is charged with a tax only from the day a rate says so', async () => {
    await sql(
      shop.world.db.read,
      `insert into orders.money_rate (kind, valid_from, rate_per_myriad, basis) values ('tax', '2026-11-18', 150, 'Mẫu')`,
    );
    const before = await placed();
    await deliver(before);
    shop.world.clock.set(new Date('2026-11-18T03:00:00Z'));
    const after = await placed();
    await deliver(after);
    expect(await lineOf(before.id)).toMatchObject({ taxVnd: 0, feeVnd: 0, netVnd: 100_000 });
    expect(await lineOf(after.id)).toMatchObject({ taxVnd: 1_500, feeVnd: 0, netVnd: 98_500, goodsVnd: 100_000 });
  });

  it('is shown to nobody else, and not to who only acts for it', async () => {
    const other = await shop.seller('Hộ Khác');
    expect((await money(other.actor)).data).toEqual([]);
    expect((await http('GET', `/household/money?household=${seller.householdId}`, { as: other.actor })).status).toBe(404);
  });

  // Promise 8: the same figures by plain loops over raw rows, after random histories. Prints its seed.
  it(
    'equals an independent recount, and every journal sums to zero',
    async () => {
      const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
      const numbers = new SeededNumbers(seed);
      const random = (limit: number) => numbers.below(limit);
      for (let at = 0; at < HISTORIES; at += 1) {
        const cod = random(3) > 0;
        const order = await placed(cod ? 'cod' : 'vietqr', 1 + random(3));
        const paid = !cod && random(3) > 0;
        if (paid) await http('POST', `/seller-orders/${order.id}/payment-receipt`, { as: seller.actor });
        const fate = random(5);
        if (fate === 0)
          await http('POST', `/seller-orders/${order.id}/cancellation`, { as: seller.actor, body: { reason: 'buyer_asked' } });
        if (fate === 1) await accept(order.id);
        if (fate === 1) await shop.post(ParcelReturned, { number: 'n', senderReference: order.id, returnedAt: now() });
        if (fate >= 2) await deliver(order, cod);
        if (fate === 3 && cod) await remit(`COD-${at}-${seed}`, order);
      }
      const raw = await recount(shop.world.db.read, seller.householdId);
      const { totals } = await money();
      expect({ seed, ...totals }).toEqual({ seed, ...raw });
      const odd = await sql(
        shop.world.db.read,
        'select journal_key from orders.ledger_entry group by journal_key having sum(amount_vnd) <> 0',
      );
      expect({ seed, odd }).toEqual({ seed, odd: [] });
      expect({ seed, ...(await new VerifyLedger(shop.world.db).run()) }).toMatchObject({ seed, faults: [] });
    },
    LONGEST_MS,
  );

  it('is taken home as a workbook and as a PDF, with the same totals and no formula', async () => {
    const { totals } = await money();
    const workbook = await http('GET', `/household/money/statement.xlsx?period=${PERIOD}`, { as: seller.actor });
    expect([workbook.status, workbook.headers['content-disposition']]).toEqual([200, 'attachment; filename="sao-ke-2026-11.xlsx"']);
    const rows = await readSheet(workbook.bytes);
    expect(rows).toHaveLength(totals.orders + 3);
    expect(rows.at(-1)).toEqual(expect.arrayContaining([`Cộng ${totals.orders} đơn`, totals.goodsVnd, totals.netVnd, totals.arrivedVnd]));
    const column = rows[1]!.indexOf('Bạn nhận');
    expect(rows.slice(2, -1).reduce((sum, row) => sum + (row[column] as number), 0)).toBe(totals.netVnd);
    const pdf = await http('GET', `/household/money/statement.pdf?period=${PERIOD}`, { as: seller.actor });
    expect([pdf.status, pdf.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    expect((await http('GET', '/household/money?period=2026-13', { as: seller.actor })).status).toBe(400);
  });
});
