import { randomUUID } from 'node:crypto';
import type { PackOfferedV1 } from '@choxa/catalogue';
import type { HouseholdLinkedV1 } from '@choxa/households';
import type { SellerOrderDeliveredV1, SellerOrderReturnedV1 } from '@choxa/orders';
import type { SeededNumbers } from '@choxa/testing';
import { aDelivery, aTradedLine } from '../facts/events.factory.js';
import { COMMUNES } from './selling.factory.js';

/** Of the last one nothing is counted: it is a service. */
export const SETS = ['3', '13', '26'] as const;
const PRODUCTS = 60;
/** Days around the ends of quarters come often. */
const DAYS = ['2026-03-30', '2026-03-31', '2026-04-01', '2026-05-20', '2026-06-30', '2026-07-01', '2026-08-15', '2026-09-30', '2026-10-01'];
const CLOCKS = ['00:00:00.000', '06:59:59.999', '07:00:00.000', '15:30:00.000', '23:59:59.999'];

/** Everything that is told of the way from the shop to the buyer. */
export interface FunnelFacts {
  offers: PackOfferedV1[];
  deliveries: SellerOrderDeliveredV1[];
  returns: SellerOrderReturnedV1[];
  links: HouseholdLinkedV1[];
}

/** A random history of products that come on sale and leave it, get a label and lose it, move, change their set, and are sold to somebody or not. */
export function funnelFacts(chance: SeededNumbers): FunnelFacts {
  const one = <T>(things: readonly T[]): T => things[chance.below(things.length)]!;
  const instant = () => new Date(`${one(DAYS)}T${one(CLOCKS)}+07:00`).toISOString();
  const often = (perCent: number) => chance.below(100) < perCent;
  const facts: FunnelFacts = { offers: [], deliveries: [], returns: [], links: [] };
  for (let product = 0; product < PRODUCTS; product += 1) {
    const [productId, householdId, setCode] = [randomUUID(), randomUUID(), one(SETS)];
    const place = one(COMMUNES);
    for (let packs = 1 + chance.below(2); packs > 0; packs -= 1) offer(productId, householdId, setCode, place);
    if (often(70)) for (let times = 1 + chance.below(2); times > 0; times -= 1) deliver(productId, householdId, setCode, place);
    if (often(40)) facts.links.push({ householdId, links: [{ kind: 'phone', hash: `${householdId} phone` }] });
  }
  return facts;

  function offer(productId: string, householdId: string, setCode: string, place: (typeof COMMUNES)[number]) {
    const packId = randomUUID();
    const moments = [...new Set([instant(), instant(), instant()])];
    for (const at of moments) {
      const onSale = often(75);
      const { communeCode, provinceCode } = often(90) ? place : one(COMMUNES);
      const labelled = onSale && often(60);
      facts.offers.push({ packId, productId, householdId, communeCode, provinceCode, setCode, onSale, labelled, at });
    }
  }

  function deliver(productId: string, householdId: string, setCode: string, place: (typeof COMMUNES)[number]) {
    const order = aDelivery({
      householdId,
      ...place,
      deliveredAt: instant(),
      toAddress: one([true, true, false, null]),
      buyerPhoneHash: often(40) ? `${householdId} phone` : randomUUID(),
      lines: [aTradedLine({ productId, setCode })],
    });
    facts.deliveries.push(order);
    const lineIds = order.lines.map(({ lineId }) => lineId);
    if (often(25)) facts.returns.push({ sellerOrderId: order.sellerOrderId, returnedAt: instant(), lineIds });
  }
}
