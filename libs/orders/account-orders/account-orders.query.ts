import { Injectable } from '@nestjs/common';
import { PacksForSale } from '@choxa/catalogue';
import { Clock, Database, decodeCursor, DEFAULT_LIMIT, pageOf, platformProblem, sql, type Actor } from '@choxa/platform';
import type { AccountOrderDto, AccountOrdersDto, AccountOrdersQuery, LineAgainDto, OrderAgainDto } from './account-order.dto.js';
import { provenOrders } from './guest-orders.query.js';
import { STATES_OF_STAGE } from './order-stages.rules.js';

type Row = Omit<AccountOrderDto, 'placedAt'> & { placedAt: Date };
type LineRow = Omit<LineAgainDto, 'priceVnd'> & { onHand: number };

/** The orders of an account: its own, and those a guest placed with the phone it has proven. Names and streets are on no list. */
@Injectable()
export class AccountOrders {
  constructor(
    private readonly db: Database,
    private readonly packs: PacksForSale,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async list(actor: Actor, { stage, limit = DEFAULT_LIMIT, cursor }: AccountOrdersQuery): Promise<AccountOrdersDto> {
    const { phone, until, wholeFrom } = await provenOrders(this.db.read, actor, this.clock.now());
    const [placedAt, number] = cursor ? decodeCursor(cursor, 2) : [null, null];
    const rows = await sql<Row>(this.db.read, LIST, [
      actor.accountId,
      phone,
      until,
      wholeFrom,
      stage ? STATES_OF_STAGE[stage] : null,
      placedAt,
      number,
      limit + 1,
    ]);
    const page = pageOf(
      rows,
      limit,
      (row) => [row.placedAt.toISOString(), row.number],
      (row) => ({ ...row, placedAt: row.placedAt.toISOString() }),
    );
    const [counted] = await sql<{ n: number }>(this.db.read, ADOPTABLE, [phone, until, wholeFrom]);
    return { ...page, adoptable: counted!.n };
  }

  /** What of an order can be bought again today. @throws not-found for an order that is not the caller's, or has no page. */
  async again(actor: Actor, number: string): Promise<OrderAgainDto> {
    const { phone, until, wholeFrom } = await provenOrders(this.db.read, actor, this.clock.now());
    const lines = await sql<LineRow>(this.db.read, LINES, [number, actor.accountId, phone, until, wholeFrom]);
    if (!lines.length) throw platformProblem('not-found');
    const packs = await this.packs.byIds(
      this.db.read,
      lines.map(({ packId }) => packId),
    );
    const today = lines.map(({ onHand, ...line }) => {
      const pack = packs.get(line.packId);
      const sold = pack?.published && !pack.closedUntil && onHand > 0;
      return { ...line, quantity: sold ? Math.min(line.quantity, onHand) : line.quantity, priceVnd: sold ? pack.priceVnd : null };
    });
    return { sold: today.filter(({ priceVnd }) => priceVnd !== null), gone: today.filter(({ priceVnd }) => priceVnd === null) };
  }
}

const LIST = `
  select number, placed_at as "placedAt", total_vnd as "totalVnd", account_id is null as guest,
         account_id is not null or placed_at >= $4 as whole,
         (select json_agg(json_build_object('householdName', part.household_name, 'householdSlug', part.household_slug, 'state', part.state,
                   'image', line.image, 'productName', line.product_name, 'lines', line.count) order by part.household_name, part.id)
            from orders.seller_order part
            cross join lateral (select image, product_name, count(*) over () as count from orders.order_line
                                 where seller_order_id = part.id order by position limit 1) line
           where part.order_id = whole.id) as parts
    from orders."order" whole
   where (account_id = $1 or (account_id is null and phone = $2 and placed_at <= $3))
     and ($5::text[] is null or exists (select from orders.seller_order where order_id = whole.id and state = any($5)))
     and ($6::timestamptz is null or (placed_at, number) < ($6, $7))
   order by placed_at desc, number desc limit $8`;

/** Of a phone, up to an instant, from an instant on. */
const ADOPTABLE = `select count(*)::int as n from orders."order" where account_id is null and phone = $1 and placed_at between $3 and $2`;

const LINES = `
  select line.pack_id as "packId", line.slug, line.product_name as "productName", line.net_content as "netContent",
         sum(line.quantity)::int as quantity, max(line.price_vnd) as "priceThenVnd", coalesce(max(stock.on_hand), 0) as "onHand"
    from orders."order" whole
    join orders.seller_order part on part.order_id = whole.id
    join orders.order_line line on line.seller_order_id = part.id
    left join orders.stock stock on stock.pack_id = line.pack_id
   where whole.number = $1 and (whole.account_id = $2 or (whole.account_id is null and whole.phone = $3 and whole.placed_at between $5 and $4))
   group by line.pack_id, line.slug, line.product_name, line.net_content order by min(line.position), line.pack_id`;
