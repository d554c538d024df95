import type { FunnelFacts } from './funnel.factory.js';
import { boundsOf } from './recount-selling.js';

// The funnel counted a second time from what was told, with loops: shares nothing with the product's way.

export interface FunnelFilter {
  period: string;
  /** Of the question. */
  now: Date;
  provinces: string[] | null;
  communes: string[] | null;
  set: string | null;
}

/** How a product was on sale in a period. */
interface Listed {
  provinceCode: string;
  communeCode: string;
  setCode: string;
  labelled: boolean;
}

export interface RecountedFunnel {
  listed: number;
  labelled: number;
  sold: number;
  delivered: number;
  netSold: number;
  netDelivered: number;
}

const NOTHING: RecountedFunnel = { listed: 0, labelled: 0, sold: 0, delivered: 0, netSold: 0, netDelivered: 0 };
const STEPS = Object.keys(NOTHING) as (keyof RecountedFunnel)[];

/** The funnel of a filter, and of each commune in it. */
export function recountFunnel(
  facts: FunnelFacts,
  filter: FunnelFilter,
): { whole: RecountedFunnel; communes: Map<string, RecountedFunnel> } {
  const whole = { ...NOTHING };
  const communes = new Map<string, RecountedFunnel>();
  for (const productId of new Set(facts.offers.map((offer) => offer.productId))) {
    const listed = listedAs(facts, productId, filter);
    if (!listed || listed.setCode === '26' || (filter.set && filter.set !== listed.setCode)) continue;
    if (filter.provinces && !filter.provinces.includes(listed.provinceCode)) continue;
    if (filter.communes && !filter.communes.includes(listed.communeCode)) continue;
    const came = { ...NOTHING, listed: 1, ...(listed.labelled && { labelled: 1, ...salesOf(facts, productId, filter.period) }) };
    const commune = communes.get(listed.communeCode) ?? { ...NOTHING };
    for (const step of STEPS) {
      whole[step] += came[step];
      commune[step] += came[step];
    }
    communes.set(listed.communeCode, commune);
  }
  return { whole, communes };
}

function listedAs(facts: FunnelFacts, productId: string, { period, now }: FunnelFilter): Listed | null {
  const { from, until } = boundsOf(period);
  const end = Math.min(until, now.getTime());
  let [last, labelled] = [null as (Listed & { at: number; packId: string }) | null, false];
  for (const offer of facts.offers) {
    if (offer.productId !== productId || !offer.onSale) continue;
    const at = Date.parse(offer.at);
    let over = Infinity;
    for (const other of facts.offers)
      if (other.packId === offer.packId && Date.parse(other.at) > at) over = Math.min(over, Date.parse(other.at));
    if (at >= end || over <= from) continue;
    if (offer.labelled) labelled = true;
    if (!last || at > last.at || (at === last.at && offer.packId < last.packId))
      last = {
        at,
        packId: offer.packId,
        provinceCode: offer.provinceCode!,
        communeCode: offer.communeCode!,
        setCode: offer.setCode,
        labelled,
      };
  }
  return last && { ...last, labelled };
}

function salesOf(
  facts: FunnelFacts,
  productId: string,
  period: string,
): Pick<RecountedFunnel, 'sold' | 'delivered' | 'netSold' | 'netDelivered'> {
  const { from, until, cutOff } = boundsOf(period);
  const came = { sold: 0, delivered: 0, netSold: 0, netDelivered: 0 };
  for (const order of facts.deliveries) {
    const at = Date.parse(order.deliveredAt);
    if (!order.lines.some((line) => line.productId === productId) || at < from || at >= until) continue;
    const back = facts.returns.find(({ sellerOrderId }) => sellerOrderId === order.sellerOrderId);
    if (back && Date.parse(back.returnedAt) < cutOff) continue;
    const own = facts.links.some(
      ({ householdId, links }) => householdId === order.householdId && links.some(({ hash }) => hash === order.buyerPhoneHash),
    );
    came.sold = 1;
    if (order.toAddress) came.delivered = 1;
    if (!own) came.netSold = 1;
    if (!own && order.toAddress) came.netDelivered = 1;
  }
  return came;
}
