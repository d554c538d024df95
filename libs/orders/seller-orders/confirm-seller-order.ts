import { Injectable } from '@nestjs/common';
import { PacksForSale } from '@choxa/catalogue';
import { Clock, Database, Events, Notify, platformProblem, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { PostageQuotes, PostingChanged, quoteInTime, type ContentV1 } from '@choxa/postal-contract';
import { formatVnd } from '@choxa/standards';
import { orderProblem } from '../orders.problems.js';
import { MoveSellerOrder, type LockedSellerOrder } from '../parcels/move-seller-order.js';
import { volumeOf } from '../cart/cart.rules.js';
import { OrderLedger } from '../ledger/order-ledger.js';
import { reductionEntries } from '../ledger/ledger.rules.js';
import { codOf, type PaymentMethod, type PaymentState } from '../payments/payment.rules.js';
import { Stock } from '../stock/stock.js';
import {
  confirmedGoodsVnd,
  confirmedLines,
  missingOf,
  reducedPostageVnd,
  type AnsweredLine,
  type ConfirmedLine,
} from './confirmation.rules.js';

export interface Confirmation {
  /** Lines of which not everything is there; every other line is there in full. */
  lines?: readonly AnsweredLine[] | null;
  /** What is missing is gone: its stock becomes 0. Otherwise it goes back on sale. */
  soldOut?: boolean | null;
}

interface Row extends ConfirmedLine {
  productName: string;
  netContent: string;
  code14: string | null;
  earlier: number | null;
}

interface Head {
  householdName: string;
  communeCode: string;
  toProvinceCode: string;
  postageVnd: number;
  goodsVnd: number;
  method: PaymentMethod;
  payment: PaymentState;
  phone: string;
  number: string;
  gift: boolean;
}

/**
 * A household says that it has the goods, or a part of them. Of the rest the buyer pays nothing: goods, cash on delivery and weight go down in
 * the same transaction in which the stock is put right and the buyer and the post are told.
 */
@Injectable()
export class ConfirmSellerOrder {
  // Ten collaborators: less goods touch stock, money, post and buyer at once; each is called once below.
  constructor(
    private readonly db: Database,
    private readonly moves: MoveSellerOrder,
    private readonly stock: Stock,
    private readonly packs: PacksForSale,
    private readonly quotes: PostageQuotes,
    private readonly events: Events,
    private readonly notify: Notify,
    private readonly ledger: OrderLedger,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {}

  /**
   * The same answer again changes nothing, also after the order has moved on.
   * @throws not-found, `seller-order.state`, `confirmation.line-unknown`, `confirmation.too-many`, `confirmation.nothing-left`
   */
  async run(actor: Actor, id: string, { lines, soldOut }: Confirmation = {}): Promise<void> {
    const answers = lines ?? [];
    const lighter = answers.length ? await this.quoteOf(id, answers) : null;
    await this.db.transaction(async (tx) => {
      const order = await this.moves.lock(tx, id);
      if (!order || !actor.scope('household', 'household').includes(order.householdId)) throw platformProblem('not-found');
      const confirmed = answered(await linesOf(tx, id), answers);
      if (order.state !== 'placed' && isRepeated(order, confirmed)) return;
      if (!(await this.moves.step(tx, actor, order, 'confirmed'))) throw orderProblem('seller-order.state');
      await sql(
        tx,
        `update orders.order_line set confirmed_quantity = given.quantity from unnest($1::uuid[], $2::int[]) as given (id, quantity)
          where order_line.id = given.id`,
        [confirmed.map((line) => line.id), confirmed.map((line) => line.confirmed)],
      );
      const missing = missingOf(confirmed);
      if (!missing.length) return;
      await sql(tx, LESS_ALLOTTED, [id]);
      if (soldOut) await this.stock.empty(tx, missing, this.clock.now());
      else await this.stock.giveBack(tx, missing, this.clock.now());
      await this.reduce(tx, actor, order, confirmed, lighter);
    });
  }

  /** What the post asks for what is left. Before the transaction: no lock waits for the post. */
  private async quoteOf(id: string, answers: readonly AnsweredLine[]): Promise<number | null> {
    const head = await headOf(this.db.read, id);
    if (!head) return null;
    const { lines } = confirmedLines(await linesOf(this.db.read, id), answers);
    const quote = await quoteInTime(this.quotes, {
      fromCommuneCode: head.communeCode,
      toProvinceCode: head.toProvinceCode,
      ...(await this.sizeOf(this.db.read, lines)),
      codVnd: codOf(head.method, confirmedGoodsVnd(lines)),
    });
    return quote.status === 'quoted' ? quote.postageVnd : null;
  }

  private async reduce(tx: Tx, actor: Actor, { id }: LockedSellerOrder, lines: Row[], quotedVnd: number | null): Promise<void> {
    const head = (await headOf(tx, id))!;
    const goodsVnd = confirmedGoodsVnd(lines);
    const postageVnd = reducedPostageVnd(head.postageVnd, quotedVnd);
    const codVnd = codOf(head.method, goodsVnd + postageVnd);
    const now = this.clock.now();
    await sql(tx, 'update orders.seller_order set goods_vnd = $2, postage_vnd = $3, cod_vnd = $4, changed_at = $5 where id = $1', [
      id,
      goodsVnd,
      postageVnd,
      codVnd,
      now,
    ]);
    await sql(tx, `update orders.payment_intent set amount_vnd = $2, changed_at = $3 where seller_order_id = $1 and state = 'due'`, [
      id,
      goodsVnd + postageVnd,
      now,
    ]);
    const less = { goodsVnd: head.goodsVnd - goodsVnd, postageVnd: head.postageVnd - postageVnd, paid: head.payment !== 'due' };
    const entries = reductionEntries(less);
    await this.ledger.post(tx, { key: `reduction:${id}`, sellerOrderId: id, kind: 'adjustment', at: now, entries });
    const details = { goodsVnd, postageVnd, codVnd };
    await this.trail.record(tx, actor, { action: 'seller-order.reduced', subjectKind: 'seller-order', subjectId: id, details });
    await this.events.publish(tx, PostingChanged, {
      senderReference: id,
      ...(await this.sizeOf(tx, lines)),
      codVnd,
      contents: contentsOf(lines, codVnd > 0 && !head.gift),
      changedAt: now.toISOString(),
    });
    await this.notify.send(tx, {
      to: head.phone,
      channel: 'sms',
      template: 'orders.reduced',
      text: reducedText(head, lines, goodsVnd + postageVnd),
    });
  }

  /** Grams and cm³ as the packs are today; the counter weighs again. */
  private async sizeOf(tx: Tx, lines: readonly ConfirmedLine[]): Promise<{ weightGrams: number; volumeCm3: number | null }> {
    const packs = await this.packs.byIds(
      tx,
      lines.map((line) => line.packId),
    );
    const sent = lines.filter((line) => line.confirmed > 0).map((line) => ({ quantity: line.confirmed, pack: packs.get(line.packId) }));
    const grams = sent.reduce((sum, { quantity, pack }) => sum + (pack?.weightGrams ?? 0) * quantity, 0);
    return { weightGrams: Math.max(1, grams), volumeCm3: volumeOf(sent) };
  }
}

/** The lines with the household's answer. Throws what is wrong with it. */
function answered(ordered: Row[], answers: readonly AnsweredLine[]): Row[] {
  const { lines, faults } = confirmedLines(ordered, answers);
  if (faults.length)
    throw orderProblem(faults[0]!.code, {
      errors: faults.map(({ index, code }) => ({ pointer: `/lines/${index}`, code, detail: answers[index]!.line })),
    });
  if (lines.every((line) => line.confirmed === 0)) throw orderProblem('confirmation.nothing-left');
  return lines as Row[];
}

/** Whether the order was confirmed with this very answer before. */
function isRepeated({ state }: LockedSellerOrder, lines: Row[]): boolean {
  return state !== 'cancelled' && lines.every((line) => (line.earlier ?? line.quantity) === line.confirmed);
}

async function linesOf(tx: Tx, id: string): Promise<Row[]> {
  return sql<Row>(
    tx,
    `select id, pack_id as "packId", quantity, price_vnd as "priceVnd", product_name as "productName", net_content as "netContent",
            label #>> '{barcode,number}' as code14, confirmed_quantity as earlier, quantity as confirmed
       from orders.order_line where seller_order_id = $1 order by position`,
    [id],
  );
}

async function headOf(tx: Tx, id: string): Promise<Head | undefined> {
  const [head] = await sql<Head>(
    tx,
    `select part.household_name as "householdName", part.commune_code as "communeCode", whole.province_code as "toProvinceCode",
            part.goods_vnd as "goodsVnd", part.postage_vnd as "postageVnd", payment.method, payment.state as payment, whole.phone, whole.number, whole.gift
       from orders.seller_order part
       join orders."order" whole on whole.id = part.order_id
       join orders.payment_intent payment on payment.seller_order_id = part.id where part.id = $1`,
    [id],
  );
  return head;
}

function contentsOf(lines: readonly Row[], priced: boolean): ContentV1[] {
  return lines
    .filter((line) => line.confirmed > 0)
    .map(({ code14, productName, netContent, confirmed, priceVnd }) => ({
      code14,
      description: `${productName} ${netContent}`,
      quantity: confirmed,
      unitPriceVnd: priced ? priceVnd : null,
    }));
}

function reducedText({ householdName, number, payment }: Head, lines: readonly Row[], totalVnd: number): string {
  const less = lines.filter((line) => line.confirmed < line.quantity);
  const named = less.map((line) => `${line.productName} ${line.confirmed}/${line.quantity}`).join(', ');
  const pay =
    payment !== 'due'
      ? { vi: 'Phần thiếu được hoàn tiền.', en: 'You are refunded for the rest.' }
      : { vi: `Bạn chỉ trả ${formatVnd(totalVnd)}.`, en: `You pay only ${formatVnd(totalVnd)}.` };
  return (
    `Chợ Xã: đơn ${number}, ${householdName} không đủ hàng: ${named}. ${pay.vi} Không nhận phần còn lại thì hủy miễn phí trong trang đơn hàng. / ` +
    `Order ${number}: not everything is there (${named}). ${pay.en} You may cancel the rest free of charge.`
  );
}

// Units that do not go give their lots back, the last of those that packing takes in turn first.
const LESS_ALLOTTED = `
  with kept as (
    select lot.order_line_id, lot.lot_id,
           least(lot.quantity, line.confirmed_quantity - (sum(lot.quantity) over (partition by line.id order by lot.lot_code, lot.lot_id) - lot.quantity)) as quantity
      from orders.order_line_lot lot join orders.order_line line on line.id = lot.order_line_id
     where line.seller_order_id = $1 and lot.source = 'allotted'
  ), gone as (
    delete from orders.order_line_lot lot using kept
     where lot.order_line_id = kept.order_line_id and lot.lot_id = kept.lot_id and lot.source = 'allotted' and kept.quantity <= 0
  )
  update orders.order_line_lot lot set quantity = kept.quantity from kept
   where lot.order_line_id = kept.order_line_id and lot.lot_id = kept.lot_id and lot.source = 'allotted'
     and kept.quantity between 1 and lot.quantity - 1`;
