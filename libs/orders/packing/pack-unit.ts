import { Injectable } from '@nestjs/common';
import { ScannedPacks, type LotInHand } from '@choxa/labelling';
import { Clock, Database, idempotent, platformProblem, sql, type Actor, type Tx } from '@choxa/platform';
import { orderProblem } from '../orders.problems.js';
import { MoveSellerOrder } from '../parcels/move-seller-order.js';
import { PackingLists } from './packing-list.query.js';
import { lineFor, type PackingLine } from './pack-unit.rules.js';

/** One unit is put into the parcel: its code says of which pack and lot it is. */
@Injectable()
export class PackUnit {
  constructor(
    private readonly db: Database,
    private readonly moves: MoveSellerOrder,
    private readonly scannedPacks: ScannedPacks,
    private readonly packingLists: PackingLists,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers the packing list as JSON text, the same bytes for a repeated key. A code that names no lot counts for the lot that is next to be taken.
   * @throws not-found, `seller-order.state`, `packing.*`
   */
  async run(actor: Actor, id: string, code: string, key: string): Promise<string> {
    const request = { owner: `account:${actor.accountId}`, route: 'orders.packed-units', key, body: { id, code } };
    return this.db.transaction((tx) =>
      idempotent(tx, request, this.clock.now(), async () => {
        await this.requireBeingPacked(tx, actor, id);
        await this.add(tx, id, code);
        return this.packingLists.one(actor, id, tx);
      }),
    );
  }

  /** Begins again: nothing is scanned any more. */
  async undo(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      await this.requireBeingPacked(tx, actor, id);
      await sql(
        tx,
        `delete from orders.order_line_lot lot using orders.order_line line
          where lot.order_line_id = line.id and line.seller_order_id = $1 and lot.source = 'packed'`,
        [id],
      );
    });
  }

  private async requireBeingPacked(tx: Tx, actor: Actor, id: string): Promise<void> {
    const order = await this.moves.lock(tx, id);
    if (!order || !actor.scope('household', 'household').includes(order.householdId)) throw platformProblem('not-found');
    if (order.state !== 'confirmed') throw orderProblem('seller-order.state');
  }

  private async add(tx: Tx, id: string, code: string): Promise<void> {
    const scanned = await this.scannedPacks.find(tx, code);
    if (!scanned) throw orderProblem('packing.code-unknown');
    const lines = await sql<PackingLine & { nextLotId: string | null }>(tx, LINES, [id]);
    const lot = scanned.lot ?? (await this.nextLot(tx, lines, scanned.packId));
    const found = lineFor(lines, scanned.packId, lot);
    if ('fault' in found) throw orderProblem(found.fault);
    if (!lot) throw orderProblem('packing.no-lot');
    await sql(
      tx,
      `insert into orders.order_line_lot (order_line_id, lot_id, lot_code, quantity, source) values ($1, $2, $3, 1, 'packed')
       on conflict (order_line_id, source, lot_id) do update set quantity = order_line_lot.quantity + 1`,
      [found.line.id, lot.id, lot.code],
    );
  }

  /** The lot of which a unit is to be taken next, for a code that does not say. */
  private async nextLot(tx: Tx, lines: (PackingLine & { nextLotId: string | null })[], packId: string): Promise<LotInHand | null> {
    const own = lines.filter((line) => line.packId === packId);
    const next = own.find((line) => line.packed < line.wanted) ?? own[0];
    return next?.nextLotId ? this.scannedPacks.lot(tx, next.nextLotId) : null;
  }
}

const LINES = `
  select line.id, line.pack_id as "packId", coalesce(line.confirmed_quantity, line.quantity) as wanted,
         (select coalesce(sum(quantity), 0)::int from orders.order_line_lot where order_line_id = line.id and source = 'packed') as packed,
         coalesce(
           (select allotted.lot_id::text from orders.order_line_lot allotted
              left join orders.order_line_lot packed
                on packed.order_line_id = allotted.order_line_id and packed.lot_id = allotted.lot_id and packed.source = 'packed'
             where allotted.order_line_id = line.id and allotted.source = 'allotted' and coalesce(packed.quantity, 0) < allotted.quantity
             order by allotted.lot_code limit 1),
           line.label ->> 'lotId') as "nextLotId"
    from orders.order_line line where line.seller_order_id = $1 order by line.position`;
