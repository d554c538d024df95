import { randomInt, randomUUID } from 'node:crypto';
import type { PackForSale } from '@choxa/catalogue';
import type { HouseholdSummary } from '@choxa/households';
import type { Place } from '@choxa/places';
import { SeededNumbers } from '@choxa/testing';
import { toCartDto } from '../cart/cart.mapper.js';
import { partsOf, type CartLine, type QuotedPart } from '../cart/read-cart.query.js';
import { newOrder } from './new-order.rules.js';
import type { PlaceOrderDto } from './place-order.dto.js';

// Promise 10. The mutant totals-rounded.patch must make it fail.
const CARTS = 100_000;
const seed = Number(process.env['TOTALS_SEED'] ?? randomInt(2 ** 31));

interface Wish {
  householdId: string;
  priceVnd: number;
  quantity: number;
}

describe(`what an order costs (TOTALS_SEED=${seed})`, () => {
  it(`is what another way of adding up finds, to the đồng, for ${CARTS.toLocaleString('en')} random carts`, () => {
    const random = new SeededNumbers(seed);
    const below = (limit: number) => random.below(limit);
    const places = { code: '26740', provinceCode: '79' } as Place;
    const different: unknown[] = [];
    for (let cart = 0; cart < CARTS; cart += 1) {
      const wishes: Wish[] = Array.from({ length: 1 + below(8) }, () => ({
        householdId: `household-${below(4)}`,
        // Up to a price that nobody asks, so that sums grow beyond what 32 bits or seven digits hold.
        priceVnd: 1 + below(below(2) ? 2_000_000_000 : 500_000),
        quantity: 1 + below(999),
      }));
      const postage = new Map(wishes.map(({ householdId }) => [householdId, { carriage: below(200_000), codFee: below(20_000) }]));
      const method = below(2) ? 'cod' : 'vietqr';
      const lines = wishes.map(asLine);
      const shown = toCartDto(lines, asQuoted(lines, postage, 'cod'), [method]);
      const expectedTotalVnd = method === 'cod' ? shown.totalVnd : shown.prepaidTotalVnd;
      const input = { paymentMethod: method, expectedTotalVnd, street: '' } as PlaceOrderDto;
      const parts = asQuoted(lines, postage, method);
      const order = newOrder(
        { input, phone: '', place: places, lines, parts, office: null },
        lines,
        { accountId: null, deviceId: null },
        new Date(0),
      );
      const found = {
        shown: [shown.goodsVnd, shown.postageVnd, shown.totalVnd, shown.prepaidTotalVnd].map(String),
        order: [order.goodsVnd, order.postageVnd, order.totalVnd].map(String),
        parts: order.sellerOrders.map((part) => [part.household.id, part.goodsVnd, part.postageVnd, part.codVnd].map(String)),
      };
      const wanted = recount(wishes, postage, method);
      if (JSON.stringify(found) !== JSON.stringify(wanted)) different.push({ wishes, found, wanted });
    }
    expect(different.slice(0, 3)).toEqual([]);
  });
});

type Postage = Map<string, { carriage: number; codFee: number }>;

/** The other way: plain loops over whole numbers without end. */
function recount(wishes: Wish[], postage: Postage, method: string) {
  let goods = 0n;
  let carriage = 0n;
  let cash = 0n;
  const parts: string[][] = [];
  for (const id of [...postage.keys()].sort()) {
    let own = 0n;
    for (const wish of wishes) if (wish.householdId === id) own += BigInt(wish.priceVnd) * BigInt(wish.quantity);
    const bare = BigInt(postage.get(id)!.carriage);
    const fee = BigInt(postage.get(id)!.codFee);
    goods += own;
    carriage += bare;
    cash += fee;
    parts.push([id, `${own}`, ...(method === 'cod' ? [`${bare + fee}`, `${own + bare + fee}`] : [`${bare}`, '0'])]);
  }
  const charged = method === 'cod' ? carriage + cash : carriage;
  return {
    shown: [`${goods}`, `${carriage + cash}`, `${goods + carriage + cash}`, `${goods + carriage}`],
    order: [`${goods}`, `${charged}`, `${goods + charged}`],
    parts,
  };
}

function asLine({ householdId, priceVnd, quantity }: Wish): CartLine {
  const packId = randomUUID();
  const pack = { packId, householdId, priceVnd, weightGrams: 1, published: true, closedUntil: null } as unknown as PackForSale;
  return { packId, quantity, seenPriceVnd: priceVnd, onHand: quantity, problem: null, pack };
}

function asQuoted(lines: CartLine[], postage: Postage, method: 'cod' | 'vietqr'): QuotedPart[] {
  const households = [...postage.keys()].map((id): [string, HouseholdSummary] => [
    id,
    { id, name: '', slug: '', phone: '1', street: '1', communeCode: '1', provinceCode: '1' } as HouseholdSummary,
  ]);
  return partsOf(lines, new Map(households)).map((part): QuotedPart => {
    const { carriage, codFee } = postage.get(part.household.id)!;
    const codFeeVnd = method === 'cod' ? codFee : 0;
    return { ...part, postage: { status: 'quoted', postageVnd: carriage + codFeeVnd, codFeeVnd, days: 1, operatorCode: 'x' } };
  });
}
