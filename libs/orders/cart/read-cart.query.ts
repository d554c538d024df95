import { Injectable } from '@nestjs/common';
import { PacksForSale, type PackForSale } from '@choxa/catalogue';
import { Households, type HouseholdSummary } from '@choxa/households';
import { Database, sql, type Tx } from '@choxa/platform';
import type { PostageQuote } from '@choxa/postal-contract';
import { codOf, type PaymentMethod } from '../payments/payment.rules.js';
import { canBeOrdered, cartProblem, MAX_QUANTITY, sumVnd, volumeOf, type CartProblem, type WantedLine } from './cart.rules.js';
import { heldCart, type CartHolder } from './cart-holder.js';
import { RememberedQuotes } from './remembered-quotes.js';

export interface CartLine extends WantedLine {
  pack: PackForSale | undefined;
  onHand: number;
  problem: CartProblem | null;
}

/** A household that can hand over a parcel: an approved one always has these. */
export type Sender = HouseholdSummary & { phone: string; street: string; communeCode: string; provinceCode: string };

export interface CartPart {
  household: Sender;
  lines: CartLine[];
  goodsVnd: number;
  weightGrams: number;
  volumeCm3: number | null;
}

export interface QuotedPart extends CartPart {
  postage: PostageQuote | { status: 'need-address' };
}

/** The cart as it stands now: prices, stock and postage looked up anew on every look. */
@Injectable()
export class ReadCart {
  constructor(
    private readonly db: Database,
    private readonly packs: PacksForSale,
    private readonly households: Households,
    private readonly quotes: RememberedQuotes,
  ) {}

  /** Lines in the order they were put in. */
  async lines(holder: CartHolder, tx: Tx = this.db.read): Promise<CartLine[]> {
    if (!holder.cartId && !holder.accountId) return [];
    const wanted = await sql<WantedLine & { onHand: number }>(tx, WANTED, [holder.cartId, holder.accountId]);
    if (!wanted.length) return [];
    const packs = await this.packs.byIds(
      tx,
      wanted.map((line) => line.packId),
    );
    return wanted.map((line) => {
      const pack = packs.get(line.packId);
      return { ...line, pack, problem: cartProblem(line, pack, line.onHand) };
    });
  }

  /**
   * What is wanted of each pack as an order of it is about to be placed. Holds the lock of the recipient's phone until the transaction ends: its
   * orders are placed one after the other.
   */
  async wantedToOrder(tx: Tx, { cartId, accountId }: CartHolder, phone: string): Promise<WantedLine[]> {
    return sql<WantedLine>(tx, WANTED_TO_ORDER, [cartId, accountId, phone]);
  }

  /** The lines that can be ordered, one part per household: each becomes one seller order and one parcel. */
  async parts(lines: CartLine[], tx: Tx = this.db.read): Promise<CartPart[]> {
    const orderable = lines.filter((line) => line.pack && canBeOrdered(line.problem));
    const ids = [...new Set(orderable.map((line) => line.pack!.householdId))].sort();
    return partsOf(orderable, await this.households.byIds(tx, ids));
  }

  /** Postage of each part to a province, paid in this way: cash costs the post a fee. Without a province, `need-address`. */
  async quoted(parts: CartPart[], toProvinceCode: string | null, method: PaymentMethod = 'cod'): Promise<QuotedPart[]> {
    return Promise.all(
      parts.map(async (part): Promise<QuotedPart> => {
        if (!toProvinceCode) return { ...part, postage: { status: 'need-address' } };
        const { household, weightGrams, volumeCm3, goodsVnd } = part;
        const postage = await this.quotes.ask({
          fromCommuneCode: household.communeCode,
          toProvinceCode,
          weightGrams,
          volumeCm3,
          codVnd: codOf(method, goodsVnd),
        });
        return { ...part, postage };
      }),
    );
  }
}

/** One part per household that can hand over a parcel, in the order of their ids. */
export function partsOf(orderable: readonly CartLine[], households: ReadonlyMap<string, HouseholdSummary>): CartPart[] {
  return [...households.values()]
    .filter(canSend)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((household) => {
      const lines = orderable.filter((line) => line.pack!.householdId === household.id);
      return {
        household,
        lines,
        goodsVnd: sumVnd(lines.map((line) => line.pack!.priceVnd * line.quantity)),
        weightGrams: sumVnd(lines.map((line) => line.pack!.weightGrams * line.quantity)),
        volumeCm3: volumeOf(lines),
      };
    });
}

// A pack may lie in both carts of somebody who has just signed in; the price seen is the one of the cart it was put into last.
const wantedWhere = (condition: string) => `
  select line.pack_id as "packId", least(sum(line.quantity), ${MAX_QUANTITY})::int as quantity,
         (array_agg(line.seen_price_vnd order by line.added_at desc))[1] as "seenPriceVnd", coalesce(max(stock.on_hand), 0) as "onHand"
    from orders.cart join orders.cart_line line on line.cart_id = cart.id left join orders.stock stock using (pack_id)
   where ${condition} group by line.pack_id order by min(line.added_at), line.pack_id`;

const WANTED = wantedWhere(heldCart('$1', '$2'));
const WANTED_TO_ORDER = wantedWhere(
  `${heldCart('$1', '$2')} and (select pg_advisory_xact_lock(hashtextextended('orders.phone ' || $3, 0))) is not null`,
);

function canSend(household: HouseholdSummary): household is Sender {
  const { phone, street, communeCode, provinceCode } = household;
  return Boolean(phone && street && communeCode && provinceCode);
}
