import { Households } from '@choxa/households';
import { Clock, Database, Every, Notify, sql, type Tx } from '@choxa/platform';
import type { TermConsequence } from '../terms/after-sale-term.entity.js';
import { AnswerReturn } from './answer-return.js';
import { MoveReturn, type LockedReturn } from './move-return.js';
import { ReceiveReturn } from './receive-return.js';

const FIVE_MINUTES_SECONDS = 300;
const AT_ONCE = 100;

/**
 * Returns about which a household stays silent: one that it does not answer in time counts as agreed, goods that it does not look at in time as
 * received, so that the buyer's money is owed back. Both only where the dated row of that day says so.
 */
@Every(FIVE_MINUTES_SECONDS)
export class RunReturnClocks {
  constructor(
    private readonly db: Database,
    private readonly moves: MoveReturn,
    private readonly answer: AnswerReturn,
    private readonly receive: ReceiveReturn,
    private readonly households: Households,
    private readonly notify: Notify,
    private readonly clock: Clock,
  ) {}

  /** The number of returns that moved. */
  async run(): Promise<number> {
    const due = await sql<{ id: string; consequence: TermConsequence }>(this.db.read, DUE, [this.clock.now(), AT_ONCE]);
    let moved = 0;
    for (const { id, consequence } of due) moved += await this.db.transaction((tx) => this.move(tx, id, consequence));
    return moved;
  }

  /** The household may have acted since it was looked up. */
  private async move(tx: Tx, id: string, consequence: TermConsequence): Promise<0 | 1> {
    const one = await this.moves.lock(tx, id, null);
    if (one?.state !== (consequence === 'agreed' ? 'requested' : 'arrived')) return 0;
    if (consequence === 'agreed') await this.answer.agreeUnanswered(tx, one);
    else await this.receive.unlooked(tx, one);
    await this.tellHousehold(tx, one, consequence);
    return 1;
  }

  private async tellHousehold(tx: Tx, { householdId, sellerOrderId }: LockedReturn, consequence: TermConsequence): Promise<void> {
    const phone = (await this.households.byIds(tx, [householdId])).get(householdId)?.phone;
    if (!phone) return;
    const [order] = await sql<{ number: string }>(
      tx,
      `select whole.number from orders.seller_order part join orders."order" whole on whole.id = part.order_id where part.id = $1`,
      [sellerOrderId],
    );
    const { vi, en } = WORDS[consequence];
    const text = `Chợ Xã: đơn ${order!.number}, ${vi} / Order ${order!.number}: ${en}`;
    await this.notify.send(tx, { to: phone, channel: 'sms', template: 'orders.return-clock', text });
  }
}

const WORDS: Record<TermConsequence, { vi: string; en: string }> = {
  agreed: {
    vi: 'bạn chưa trả lời yêu cầu trả hàng đúng hạn nên coi như đồng ý. Người mua sẽ gửi hàng về.',
    en: 'the return was not answered in time and counts as agreed. The goods come back.',
  },
  refunded: {
    vi: 'hàng trả đã về mà bạn chưa xem đúng hạn nên coi như đã nhận lại. Xin hoàn tiền cho người mua.',
    en: 'the goods that came back were not looked at in time and count as received. Please refund the buyer.',
  },
};

const DUE = `
  select one.id, term.consequence
    from orders.return_case one
    join orders.after_sale_term term
      on term.kind = case one.state when 'requested' then 'return:answer' else 'return:look' end and term.set_code = ''
     and term.valid_from <= (one.changed_at at time zone 'Asia/Ho_Chi_Minh')::date
     and (term.valid_to is null or term.valid_to > (one.changed_at at time zone 'Asia/Ho_Chi_Minh')::date)
   where one.state in ('requested', 'arrived') and coalesce(one.look_due_at, one.answer_due_at) <= $1 and one.reason is not null
     and term.consequence is not null
   order by coalesce(one.look_due_at, one.answer_due_at), one.id limit $2`;
