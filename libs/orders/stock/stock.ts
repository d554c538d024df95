import { Injectable } from '@nestjs/common';
import { Listings, StockKeeper } from '@choxa/catalogue';
import { Clock, sql, together, type Tx } from '@choxa/platform';
import { orderProblem } from '../orders.problems.js';

/** One pack and how many of it. */
export interface PackQuantity {
  packId: string;
  quantity: number;
}

/** What came of taking stock. */
export interface Taken {
  /** Packs of which too little is left, or that are no longer on sale. */
  short: { packId: string; available: number }[];
  /** A price is not the one the caller knows. */
  repriced: boolean;
}

/** Takes and gives back stock. Rows are always touched in pack-id order, so that rivals queue instead of deadlocking. */
@Injectable()
export class Stock extends StockKeeper {
  constructor(
    private readonly listings: Listings,
    private readonly clock: Clock,
  ) {
    super();
  }

  /**
   * Takes what is wanted; a pack may be wanted several times. Where `short` names a pack, or `repriced` is true, the caller must throw: its
   * transaction undoes the rest.
   */
  async take(tx: Tx, wanted: (PackQuantity & { priceVnd: number })[], now: Date): Promise<Taken> {
    const short: Taken['short'] = [];
    const left: { packId: string; onHand: number }[] = [];
    const packs = inIdOrder(summed(wanted));
    const taken = await together(...packs.map((pack) => takeOf(tx, pack, now)));
    for (const [index, { packId }] of packs.entries()) {
      const [row] = taken[index]!;
      if (row) left.push({ packId, onHand: row.on_hand });
      else short.push({ packId, available: await this.onHand(tx, packId) });
    }
    if (short.length) return { short, repriced: false };
    // Behind the lock of its listing: a pack whose sale was stopped meanwhile (a recall) is not sold any more, nor for a price of before.
    const offers = await this.listings.setOnHand(tx, left);
    const prices = new Map(offers.map((offer) => [offer.packId, offer.priceVnd]));
    return {
      short: offers.filter(({ published }) => !published).map(({ packId }) => ({ packId, available: 0 })),
      repriced: wanted.some(({ packId, priceVnd }) => prices.has(packId) && prices.get(packId) !== priceVnd),
    };
  }

  /** Gives back what was taken: a cancelled or returned seller order. */
  async giveBack(tx: Tx, returned: PackQuantity[], now: Date): Promise<void> {
    await this.change(tx, returned, 'on_hand + $2', now);
  }

  /** Takes what has left already, as far as the figure reaches: others may have bought meanwhile, and a stock is never below nothing. */
  async takeAtMost(tx: Tx, gone: PackQuantity[], now: Date): Promise<void> {
    await this.change(tx, gone, 'greatest(on_hand - $2, 0)', now);
  }

  private async change(tx: Tx, packs: PackQuantity[], figure: string, now: Date): Promise<void> {
    const left: { packId: string; onHand: number }[] = [];
    for (const { packId, quantity } of inIdOrder(packs)) {
      const [row] = await sql<{ on_hand: number }>(
        tx,
        `update orders.stock set on_hand = ${figure}, updated_at = $3 where pack_id = $1 returning on_hand`,
        [packId, quantity, now],
      );
      if (row) left.push({ packId, onHand: row.on_hand });
    }
    await this.listings.setOnHand(tx, left);
  }

  /** The household has none left of these, whatever was counted before. */
  async empty(tx: Tx, packs: readonly { packId: string }[], now: Date): Promise<void> {
    const packIds = [...new Set(packs.map((pack) => pack.packId))].toSorted();
    for (const packId of packIds) await sql(tx, 'update orders.stock set on_hand = 0, updated_at = $2 where pack_id = $1', [packId, now]);
    await this.listings.setOnHand(
      tx,
      packIds.map((packId) => ({ packId, onHand: 0 })),
    );
  }

  /** The counts given with packs; the catalogue writes its own copy. */
  async open(tx: Tx, packs: readonly { packId: string; onHand: number }[]): Promise<void> {
    await sql(
      tx,
      `insert into orders.stock (pack_id, on_hand, updated_at)
       select pack_id, on_hand, $3::timestamptz from unnest($1::uuid[], $2::int[]) as given (pack_id, on_hand) order by pack_id
       on conflict (pack_id) do update set on_hand = excluded.on_hand, updated_at = excluded.updated_at`,
      [packs.map((pack) => pack.packId), packs.map((pack) => pack.onHand), this.clock.now()],
    );
  }

  /**
   * The household's own count replaces the figure. With `expected`, the figure the household counted on, a count that a sale has overtaken is
   * refused; one that arrives twice is not. Throws `stock.changed`.
   */
  async set(tx: Tx, packId: string, onHand: number, expected: number | null = null): Promise<void> {
    if (expected !== null) await this.requireUnchanged(tx, packId, onHand, expected);
    await this.open(tx, [{ packId, onHand }]);
    await this.listings.setOnHand(tx, [{ packId, onHand }]);
  }

  private async requireUnchanged(tx: Tx, packId: string, onHand: number, expected: number): Promise<void> {
    const [row] = await sql<{ on_hand: number }>(tx, 'select on_hand from orders.stock where pack_id = $1 for update', [packId]);
    const now = row?.on_hand ?? 0;
    if (now === expected || now === onHand) return;
    throw orderProblem('stock.changed', { errors: [{ pointer: '/expected', code: 'stock.changed', detail: String(now) }] });
  }

  private async onHand(tx: Tx, packId: string): Promise<number> {
    const [row] = await sql<{ on_hand: number }>(tx, 'select on_hand from orders.stock where pack_id = $1', [packId]);
    return row?.on_hand ?? 0;
  }
}

function takeOf(tx: Tx, { packId, quantity }: PackQuantity, now: Date): Promise<{ on_hand: number }[]> {
  return sql<{ on_hand: number }>(
    tx,
    `update orders.stock set on_hand = on_hand - $2, updated_at = $3 where pack_id = $1 and on_hand >= $2 returning on_hand`,
    [packId, quantity, now],
  );
}

function summed(packs: readonly PackQuantity[]): PackQuantity[] {
  const quantities = new Map<string, number>();
  for (const { packId, quantity } of packs) quantities.set(packId, (quantities.get(packId) ?? 0) + quantity);
  return [...quantities].map(([packId, quantity]) => ({ packId, quantity }));
}

function inIdOrder(packs: PackQuantity[]): PackQuantity[] {
  return packs.toSorted((a, b) => (a.packId < b.packId ? -1 : 1));
}
