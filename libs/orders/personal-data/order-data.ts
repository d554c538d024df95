import { Households } from '@choxa/households';
import { forgetAnswersOf, HoldsPersonalData, sql, type Obstacle, type Person, type PersonalDataHolder, type Tx } from '@choxa/platform';

/** Shown in place of a buyer whose data are deleted. */
const ERASED_RECIPIENT = 'Người mua đã xóa dữ liệu';

interface Unfinished {
  kind: 'open-order' | 'open-sale' | 'unpaid-cod';
  number: string;
  parcel: string | null;
}

/**
 * What a person bought, under the account or as a guest with the same phone, and what their household still has to deliver.
 * Finished orders keep commune, goods and amounts: reported figures must not change, and the law wants them for three years.
 */
@HoldsPersonalData()
export class OrderData implements PersonalDataHolder {
  readonly part = 'orders';

  constructor(private readonly households: Households) {}

  async read(tx: Tx, { accountId, phone }: Person): Promise<object> {
    return sql(tx, BOUGHT, [accountId, phone]);
  }

  async obstacles(tx: Tx, { accountId, phone }: Person): Promise<Obstacle[]> {
    const selling = await this.households.ofSoleMember(tx, accountId);
    const open = await sql<Unfinished>(tx, UNFINISHED, [accountId, phone, selling]);
    return open.map(({ kind, number, parcel }) => ({ kind, ...WORDS[kind](number, parcel) }));
  }

  async erase(tx: Tx, { accountId, phone }: Person): Promise<void> {
    await tx.query(
      `update orders."order" set account_id = null, recipient_name = $3, phone = '', street = '', note = null,
              digital_address = null, latitude = null, longitude = null where account_id = $1 or phone = $2`,
      [accountId, phone, ERASED_RECIPIENT],
    );
    await forgetAnswersOf(tx, `account:${accountId}`);
  }
}

const WORDS: Record<Unfinished['kind'], (number: string, parcel: string | null) => { vi: string; en: string }> = {
  'open-order': (number, parcel) => ({
    vi: `Đơn ${number} bạn mua chưa xong${parcel ? `, bưu gửi ${parcel}` : ''}`,
    en: `Order ${number} you placed is not finished${parcel ? `, parcel ${parcel}` : ''}`,
  }),
  'open-sale': (number, parcel) => ({
    vi: `Đơn ${number} hộ của bạn bán chưa xong${parcel ? `, bưu gửi ${parcel}` : ''}`,
    en: `Order ${number} your household sold is not finished${parcel ? `, parcel ${parcel}` : ''}`,
  }),
  'unpaid-cod': (number) => ({
    vi: `Tiền thu hộ của đơn ${number} chưa xong`,
    en: `Cash on delivery of order ${number} is not settled`,
  }),
};

const BOUGHT = `
  select number, placed_at as "placedAt", recipient_name as "recipientName", phone, street, commune_name as "communeName",
         province_name as "provinceName", note, office_name as "officeName", gift,
         digital_address as "digitalAddress", latitude, longitude, payment_method as "paymentMethod", goods_vnd as "goodsVnd", postage_vnd as "postageVnd",
         total_vnd as "totalVnd",
         (select json_agg(json_build_object('household', part.household_name, 'state', part.state, 'parcelNumber', part.parcel_number,
                   'lines', (select json_agg(json_build_object('product', product_name, 'netContent', net_content, 'quantity', quantity,
                               'priceVnd', price_vnd) order by position) from orders.order_line where seller_order_id = part.id))
                 order by part.household_name, part.id)
            from orders.seller_order part where part.order_id = whole.id) as parts
    from orders."order" whole where account_id = $1 or phone = $2 order by placed_at, number`;

const FINISHED = `('delivered', 'returned', 'cancelled')`;

const UNFINISHED = `
  select distinct case when part.state in ${FINISHED} then 'unpaid-cod'
                       when whole.account_id = $1 or whole.phone = $2 then 'open-order' else 'open-sale' end as kind,
         whole.number, part.parcel_number as parcel
    from orders.seller_order part
    join orders."order" whole on whole.id = part.order_id
    left join orders.payment_intent payment on payment.seller_order_id = part.id
   where (whole.account_id = $1 or whole.phone = $2 or part.household_id = any($3::uuid[]))
     and (part.state not in ${FINISHED} or (part.state = 'delivered' and payment.state = 'due'))
   order by whole.number, kind, parcel`;
