import { Injectable } from '@nestjs/common';
import { Database, platformProblem, sql, type Actor, type Tx } from '@choxa/platform';
import { parcelsOf } from '../parcels/parcels-of.query.js';
import type { PackingLineDto, PackingListDto } from './packing.dto.js';

/** What a household puts into a parcel, and how far it has come. */
@Injectable()
export class PackingLists {
  constructor(private readonly db: Database) {}

  /** @throws not-found when it is not there or another household's */
  async one(actor: Actor, id: string, tx: Tx = this.db.read): Promise<PackingListDto> {
    const [head] = await sql<Omit<PackingListDto, 'lines' | 'parcels'>>(tx, HEAD, [id, actor.scope('household', 'household')]);
    if (!head) throw platformProblem('not-found');
    const parcels = (await parcelsOf(tx, [id])).get(id) ?? [];
    return { ...head, parcels, lines: await sql<PackingLineDto>(tx, LINES, [id]) };
  }
}

const HEAD = `
  select part.id, whole.number, part.state, whole.recipient_name as "recipientName", whole.commune_name as "communeName",
         whole.province_name as "provinceName", whole.note, whole.gift, part.parcel_number as "parcelNumber",
         case when not whole.gift then part.cod_vnd end as "codVnd"
    from orders.seller_order part join orders."order" whole on whole.id = part.order_id
   where part.id = $1 and part.household_id = any($2::uuid[])`;

const LINES = `
  select line.id, line.product_name as "productName", line.net_content as "netContent", line.image, line.label #>> '{barcode,number}' as number,
         coalesce(line.confirmed_quantity, line.quantity) as wanted,
         coalesce(sum(lot.quantity) filter (where lot.source = 'packed'), 0)::int as packed,
         coalesce(json_agg(json_build_object('lotCode', lot.lot_code, 'source', lot.source, 'quantity', lot.quantity)
                    order by lot.source, lot.lot_code) filter (where lot.lot_id is not null), '[]') as lots
    from orders.order_line line left join orders.order_line_lot lot on lot.order_line_id = line.id
   where line.seller_order_id = $1 and coalesce(line.confirmed_quantity, line.quantity) > 0
   group by line.id order by line.position`;
