import { FileStorage, HoldsPersonalData, sql, type Obstacle, type Person, type PersonalDataHolder, type Tx } from '@choxa/platform';

/**
 * What a buyer wrote and photographed after a sale. Amounts, topics, states and times stay: the books and the figures must not change.
 * Holders are asked by the names of their parts, so this one before `orders`, which forgets whose order it was.
 */
@HoldsPersonalData()
export class AfterSaleData implements PersonalDataHolder {
  readonly part = 'after-sale';

  constructor(private readonly storage: FileStorage) {}

  async read(tx: Tx, { accountId, phone }: Person): Promise<object> {
    const given = [accountId, phone];
    return {
      returns: await sql(
        tx,
        `select opened_at as "openedAt", state, reason, note from orders.return_case ${OF_BUYER} order by opened_at`,
        given,
      ),
      refunds: await sql(
        tx,
        `select owed_at as "owedAt", state, amount_vnd as "amountVnd", way, reference from orders.refund ${OF_BUYER} order by owed_at`,
        given,
      ),
      complaints: await sql(
        tx,
        `select number, topic, state, outcome, (select json_agg(json_build_object('author', author, 'text', text, 'at', at) order by at)
           from orders.complaint_message where complaint_id = complaint.id) as messages from orders.complaint ${OF_BUYER} order by opened_at`,
        given,
      ),
    };
  }

  async obstacles(tx: Tx, { accountId, phone }: Person): Promise<Obstacle[]> {
    const open = await sql<{ kind: keyof typeof WORDS; number: string }>(tx, UNFINISHED, [accountId, phone]);
    return open.map(({ kind, number }) => ({ kind, ...WORDS[kind](number) }));
  }

  async erase(tx: Tx, { accountId, phone }: Person): Promise<void> {
    const given = [accountId, phone];
    await sql(
      tx,
      `update orders.return_case set note = '', answer_note = case when answer_note is null then null else '' end ${OF_BUYER}`,
      given,
    );
    await sql(tx, `update orders.refund set reference = null ${OF_BUYER}`, given);
    await sql(
      tx,
      `update orders.complaint_message set text = '' where complaint_id in (select id from orders.complaint ${OF_BUYER})`,
      given,
    );
    await sql(tx, `update orders.complaint set outcome_note = null ${OF_BUYER}`, given);
    await sql(tx, `update orders.seller_order set cancel_note = null where ${IDS.replace('seller_order_id', 'id')}`, given);
    const pictures = await sql<{ key: string }>(tx, `delete from orders.return_picture ${OF_BUYER} returning file_key as key`, given);
    for (const { key } of pictures) await this.storage.remove(key);
  }
}

const IDS = `seller_order_id in (select part.id from orders.seller_order part join orders."order" whole on whole.id = part.order_id
  where whole.account_id = $1 or whole.phone = $2)`;
const OF_BUYER = `where ${IDS}`;

const UNFINISHED = `
  select 'open-return' as kind, whole.number from orders.return_case one
    join orders.seller_order part on part.id = one.seller_order_id join orders."order" whole on whole.id = part.order_id
   where (whole.account_id = $1 or whole.phone = $2) and one.reason is not null and one.state in ('requested', 'approved', 'posted', 'arrived')
  union all
  select 'open-refund', whole.number from orders.refund
    join orders.seller_order part on part.id = refund.seller_order_id join orders."order" whole on whole.id = part.order_id
   where (whole.account_id = $1 or whole.phone = $2) and refund.state in ('due', 'disputed')
  union all
  select 'open-complaint', complaint.number from orders.complaint
    join orders.seller_order part on part.id = complaint.seller_order_id join orders."order" whole on whole.id = part.order_id
   where (whole.account_id = $1 or whole.phone = $2) and complaint.state <> 'closed'
   order by 1, 2`;

const WORDS = {
  'open-return': (number: string) => ({
    vi: `Việc trả hàng của đơn ${number} chưa xong`,
    en: `A return of order ${number} is not finished`,
  }),
  'open-refund': (number: string) => ({
    vi: `Tiền hoàn của đơn ${number} chưa nhận xong`,
    en: `A refund of order ${number} is not settled`,
  }),
  'open-complaint': (number: string) => ({ vi: `Khiếu nại ${number} chưa khép lại`, en: `Complaint ${number} is not closed` }),
};
