import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PacksForSale } from '@choxa/catalogue';
import { Households } from '@choxa/households';
import { Clock, Database, Events, Notify, platformProblem, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { PostingChanged, PostingRequested, type ContentV1 } from '@choxa/postal-contract';
import { formatVnd } from '@choxa/standards';
import { orderProblem } from '../orders.problems.js';
import { isPrepaid, type PaymentMethod } from '../payments/payment.rules.js';
import { divide, merged, wrongLines, type DividedParcel, type LineToSend, type WishedParcel } from './divided-parcels.rules.js';
import { MoveSellerOrder } from './move-seller-order.js';
import { parcelsOf } from './parcels-of.query.js';

interface Line extends LineToSend {
  packId: string;
  code14: string | null;
  description: string;
}

interface Head {
  number: string;
  householdId: string;
  householdName: string;
  operatorCode: string | null;
  postageVnd: number;
  inspection: boolean;
  method: PaymentMethod;
  name: string;
  phone: string;
  street: string;
  communeCode: string;
  officeCode: string | null;
  digitalAddress: string | null;
  point: { latitude: number; longitude: number } | null;
  gift: boolean;
}

interface Parcel extends DividedParcel {
  id: string;
}

/**
 * A household sends a seller order in several parcels. The post had been asked for one: that becomes the first and lighter, the others are asked for
 * beside it, in the same transaction. The buyer pays what they would have paid, in parts.
 */
@Injectable()
export class DivideSellerOrder {
  // Eight collaborators: one parcel becoming several touches packs, sender, post and buyer; each is called once below.
  constructor(
    private readonly db: Database,
    private readonly moves: MoveSellerOrder,
    private readonly packs: PacksForSale,
    private readonly households: Households,
    private readonly events: Events,
    private readonly notify: Notify,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {}

  /**
   * A single parcel, or the same division again, changes nothing; another one is refused, since labels may be printed.
   * @throws not-found, `seller-order.state`, `parcels.units`, `parcels.divided`
   */
  async run(actor: Actor, id: string, parcelsAsked: readonly WishedParcel[]): Promise<void> {
    const wished = parcelsAsked.map(merged);
    await this.db.transaction(async (tx) => {
      const order = await this.moves.lock(tx, id);
      if (!order || !actor.scope('household', 'household').includes(order.householdId)) throw platformProblem('not-found');
      const lines = await this.linesOf(tx, id);
      const wrong = wrongLines(lines, wished);
      if (wrong.length) throw orderProblem('parcels.units', { errors: wrong.map((line) => unitsError(line)) });
      const earlier = (await parcelsOf(tx, [id])).get(id);
      if (earlier) {
        if (isSame(earlier, wished)) return;
        throw orderProblem('parcels.divided');
      }
      if (wished.length === 1) return;
      if (!['confirmed', 'packed'].includes(order.state)) throw orderProblem('seller-order.state');
      const [head] = await sql<Head>(tx, HEAD, [id]);
      const divided = divide(lines, wished, { postageVnd: head!.postageVnd, prepaid: isPrepaid(head!.method) });
      const parcels = divided.map((parcel, index) => ({ ...parcel, id: index ? randomUUID() : id }));
      await write(tx, id, parcels);
      await this.tellPost(tx, head!, parcels, lines);
      await this.tellBuyer(tx, head!, parcels);
      const details = { householdId: order.householdId, codVnd: parcels.map((parcel) => parcel.codVnd) };
      await this.trail.record(tx, actor, { action: 'seller-order.divided', subjectKind: 'seller-order', subjectId: id, details });
    });
  }

  /** What is sent of a seller order, weighed as the packs are today. */
  private async linesOf(tx: Tx, id: string): Promise<Line[]> {
    const rows = await sql<Omit<Line, 'weightGrams'>>(tx, LINES, [id]);
    const packs = await this.packs.byIds(
      tx,
      rows.map((row) => row.packId),
    );
    return rows.map((row) => ({ ...row, weightGrams: packs.get(row.packId)?.weightGrams ?? 0 }));
  }

  private async tellPost(tx: Tx, head: Head, [first, ...others]: Parcel[], lines: readonly Line[]): Promise<void> {
    const at = this.clock.now().toISOString();
    const sizeOf = ({ id, weightGrams, codVnd, lines: units }: Parcel) => ({
      senderReference: id,
      weightGrams,
      codVnd,
      contents: contentsOf(lines, units, codVnd > 0 && !head.gift),
    });
    await this.events.publish(tx, PostingChanged, { ...sizeOf(first!), changedAt: at });
    const household = (await this.households.byIds(tx, [head.householdId])).get(head.householdId)!;
    const { operatorCode, name, phone, street, communeCode, officeCode, digitalAddress, point, gift, inspection } = head;
    const postings = others.map((parcel) => ({
      operatorCode,
      sender: { name: household.name, phone: household.phone!, street: household.street!, communeCode: household.communeCode! },
      recipient: { name, phone, street, communeCode },
      ...sizeOf(parcel),
      requestedAt: at,
      deliverTo: officeCode ? ({ kind: 'office', officeCode } as const) : ({ kind: 'address', digitalAddress, point } as const),
      gift,
      inspection,
    }));
    await this.events.publishAll(tx, PostingRequested, postings);
  }

  private async tellBuyer(tx: Tx, { phone, number, householdName }: Head, parcels: readonly Parcel[]): Promise<void> {
    const cash = parcels.map((parcel) => formatVnd(parcel.codVnd)).join(' + ');
    const pay = parcels[0]!.codVnd
      ? { vi: ` Trả khi nhận từng gói: ${cash}; tổng không đổi.`, en: ` To pay with each: ${cash}; the same in all.` }
      : { vi: '', en: '' };
    await this.notify.send(tx, {
      to: phone,
      channel: 'sms',
      template: 'orders.divided',
      text:
        `Chợ Xã: ${householdName} gửi đơn ${number} thành ${parcels.length} gói.${pay.vi} / ` +
        `Order ${number} comes in ${parcels.length} parcels.${pay.en}`,
    });
  }
}

function contentsOf(lines: readonly Line[], units: DividedParcel['lines'], priced: boolean): ContentV1[] {
  const quantities = new Map(units.map(({ line, quantity }) => [line, quantity]));
  return lines
    .filter((line) => quantities.has(line.id))
    .map(({ id, code14, description, priceVnd }) => ({
      code14,
      description,
      quantity: quantities.get(id)!,
      unitPriceVnd: priced ? priceVnd : null,
    }));
}

/** Whether the seller order was divided like this before. */
function isSame(earlier: readonly { lines: DividedParcel['lines'] }[], wished: readonly WishedParcel[]): boolean {
  const written = (parcel: WishedParcel) =>
    parcel.lines
      .map(({ line, quantity }) => `${line} ${quantity}`)
      .toSorted()
      .join();
  return earlier.length === wished.length && earlier.every((parcel, index) => written(parcel) === written(wished[index]!));
}

function unitsError(line: string) {
  return { pointer: '/parcels', code: 'parcels.units', detail: line };
}

async function write(tx: Tx, sellerOrderId: string, parcels: readonly Parcel[]): Promise<void> {
  const rows = parcels.map(({ id, weightGrams, goodsVnd, postageVnd, codVnd, lines }, index) => ({
    id,
    position: index + 1,
    weight_grams: weightGrams,
    goods_vnd: goodsVnd,
    postage_vnd: postageVnd,
    cod_vnd: codVnd,
    lines,
  }));
  await sql(tx, WRITE, [sellerOrderId, JSON.stringify(rows)]);
}

// The first carries on what the post has told of the single parcel.
const WRITE = `
  with given as (
    select * from jsonb_to_recordset($2::jsonb) as given (
      id uuid, position int, weight_grams int, goods_vnd bigint, postage_vnd bigint, cod_vnd bigint, lines jsonb)
  ), parcels as (
    insert into orders.parcel (id, seller_order_id, position, weight_grams, goods_vnd, postage_vnd, cod_vnd, number, state, state_at)
    select given.id, part.id, given.position, given.weight_grams, given.goods_vnd, given.postage_vnd, given.cod_vnd,
           case when given.id = part.id then part.parcel_number end, case when given.id = part.id then part.parcel_state end,
           case when given.id = part.id then part.parcel_state_at end
      from given cross join orders.seller_order part where part.id = $1
  )
  insert into orders.parcel_line (parcel_id, line_id, quantity)
  select given.id, held.line, held.quantity from given cross join lateral jsonb_to_recordset(given.lines) as held (line uuid, quantity int)`;

const LINES = `
  select id, pack_id as "packId", coalesce(confirmed_quantity, quantity) as quantity, price_vnd as "priceVnd",
         label #>> '{barcode,number}' as code14, product_name || ' ' || net_content as description
    from orders.order_line where seller_order_id = $1 and coalesce(confirmed_quantity, quantity) > 0 order by position`;

const HEAD = `
  select whole.number, part.household_id as "householdId", part.household_name as "householdName", part.operator_code as "operatorCode",
         part.postage_vnd as "postageVnd", part.inspection, payment.method, whole.recipient_name as name, whole.phone, whole.street,
         whole.commune_code as "communeCode", whole.office_code as "officeCode", whole.digital_address as "digitalAddress",
         case when whole.latitude is not null then json_build_object('latitude', whole.latitude, 'longitude', whole.longitude) end as point,
         whole.gift
    from orders.seller_order part
    join orders."order" whole on whole.id = part.order_id
    join orders.payment_intent payment on payment.seller_order_id = part.id
   where part.id = $1`;
