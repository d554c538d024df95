import { Injectable } from '@nestjs/common';
import { PacksForSale, type PackForSale } from '@choxa/catalogue';
import type { HouseholdSummary } from '@choxa/households';
import { sql, type Tx } from '@choxa/platform';
import type { PostageQuote } from '@choxa/postal-contract';
import { codOf, type PaymentMethod } from '../payments/payment.rules.js';
import { canBeOrdered, cartProblem, sumVnd, volumeOf, type CartProblem, type WantedLine } from './cart.rules.js';
import type { CartHolder } from './cart-holder.js';
import { RememberedQuotes } from './remembered-quotes.js';
import { SharedReads } from './shared-reads.js';
import { WANTED, WANTED_TO_ORDER, wantedColumns, wantedOf, type WantedInStock } from './wanted.sql.js';

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
    private readonly shared: SharedReads,
    private readonly packs: PacksForSale,
    private readonly quotes: RememberedQuotes,
  ) {}

  /** Lines in the order they were put in. */
  async lines(holder: CartHolder): Promise<CartLine[]> {
    if (!holder.cartId && !holder.accountId) return [];
    const wanted = await this.shared.wanted(holder);
    return wanted.length ? linesOf(wanted, await this.shared.packs(wanted.map(({ packId }) => packId))) : [];
  }

  /** The same as a transaction sees them. */
  async linesWithin(tx: Tx, holder: CartHolder): Promise<CartLine[]> {
    const [wanted] = wantedOf([holder], await sql(tx, WANTED, wantedColumns([holder])));
    const packIds = wanted!.map(({ packId }) => packId);
    return linesOf(wanted!, await this.packs.byIds(tx, packIds));
  }

  /** What is wanted of each pack as orders of these carts are about to be placed; holds the locks of the recipients' phones. */
  async wantedToOrder(tx: Tx, orders: readonly (CartHolder & { phone: string })[]): Promise<WantedLine[][]> {
    return wantedOf(orders, await sql(tx, WANTED_TO_ORDER, [...wantedColumns(orders), orders.map(({ phone }) => phone)]));
  }

  /** The lines that can be ordered, one part per household: each becomes one seller order and one parcel. */
  async parts(lines: CartLine[]): Promise<CartPart[]> {
    const orderable = lines.filter((line) => line.pack && canBeOrdered(line.problem));
    const ids = [...new Set(orderable.map((line) => line.pack!.householdId))].sort();
    return ids.length ? partsOf(orderable, await this.shared.households(ids)) : [];
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

function linesOf(wanted: readonly WantedInStock[], packs: ReadonlyMap<string, PackForSale>): CartLine[] {
  return wanted.map((line) => {
    const pack = packs.get(line.packId);
    return { ...line, pack, problem: cartProblem(line, pack, line.onHand) };
  });
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

function canSend(household: HouseholdSummary): household is Sender {
  const { phone, street, communeCode, provinceCode } = household;
  return Boolean(phone && street && communeCode && provinceCode);
}
