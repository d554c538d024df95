import { Injectable } from '@nestjs/common';
import { Clock, Database, Notify, platformProblem, sql, type Actor, type Tx } from '@choxa/platform';
import { MoveReturn, type LockedReturn } from './move-return.js';
import { RefundReturn } from './refund-return.js';
import { ReturnPosting } from './return-posting.js';
import { writeOff } from './write-off.js';

/** A household answers a request to return goods. */
@Injectable()
export class AnswerReturn {
  constructor(
    private readonly db: Database,
    private readonly moves: MoveReturn,
    private readonly refundReturn: RefundReturn,
    private readonly posting: ReturnPosting,
    private readonly notify: Notify,
    private readonly clock: Clock,
  ) {}

  /**
   * Agreed: the buyer hands the goods to the post, which is asked for a parcel; or keeps them and gets the money at once.
   * @throws Problem `not-found`, `return.state`
   */
  async approve(actor: Actor, id: string, goods: 'send_back' | 'keep', note: string | null): Promise<void> {
    await this.db.transaction(async (tx) => {
      const one = await this.own(tx, actor, id);
      await this.moves.step(tx, actor, one, goods === 'keep' ? 'settled' : 'approved');
      await this.write(tx, id, note);
      if (goods === 'send_back') return this.sendBack(tx, id, { vi: 'đồng ý cho trả hàng.', en: 'agrees to the return.' });
      await writeOff(tx, id);
      await this.refundReturn.run(tx, actor, one);
      await this.tellBuyer(tx, id, {
        vi: 'đồng ý cho trả hàng. Bạn giữ hàng, hộ hoàn tiền.',
        en: 'agrees to the return. You keep the goods and get the money back.',
      });
    });
  }

  /** The household has let the clock run out: that counts as a yes. The caller holds the lock of the return. */
  async agreeUnanswered(tx: Tx, one: LockedReturn): Promise<void> {
    await this.moves.step(tx, 'system', one, 'approved');
    const words = { vi: 'không trả lời đúng hạn nên coi như đồng ý cho trả hàng.', en: 'did not answer in time, which counts as a yes.' };
    await this.sendBack(tx, one.id, words);
  }

  /** @throws Problem `not-found`, `return.state` */
  async refuse(actor: Actor, id: string, note: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const one = await this.own(tx, actor, id);
      await this.write(tx, id, note);
      await this.moves.step(tx, actor, one, 'refused');
      await this.tellBuyer(tx, id, {
        vi: `không nhận trả hàng: ${note}. Chưa đồng ý thì bạn gửi khiếu nại trong trang đơn hàng.`,
        en: `refuses the return: ${note}. If you do not agree, complain on the order's page.`,
      });
    });
  }

  private async sendBack(tx: Tx, id: string, words: { vi: string; en: string }): Promise<void> {
    await this.posting.request(tx, id);
    await this.tellBuyer(tx, id, {
      vi: `${words.vi} Xin mang hàng ra bưu cục; bưu điện sẽ nhắn số bưu gửi.`,
      en: `${words.en} Please hand the goods to the post.`,
    });
  }

  private async own(tx: Tx, actor: Actor, id: string): Promise<LockedReturn> {
    const one = await this.moves.lock(tx, id, actor.scope('household', 'household'));
    if (!one) throw platformProblem('not-found');
    return one;
  }

  private async write(tx: Tx, id: string, note: string | null): Promise<void> {
    await sql(tx, 'update orders.return_case set answered_at = $2, answer_note = $3 where id = $1', [id, this.clock.now(), note]);
  }

  private async tellBuyer(tx: Tx, id: string, { vi, en }: { vi: string; en: string }): Promise<void> {
    const [buyer] = await sql<{ phone: string; number: string; householdName: string }>(
      tx,
      `select whole.phone, whole.number, part.household_name as "householdName" from orders.return_case one
         join orders.seller_order part on part.id = one.seller_order_id join orders."order" whole on whole.id = part.order_id where one.id = $1`,
      [id],
    );
    const { phone, number, householdName } = buyer!;
    const text = `Chợ Xã: đơn ${number}, ${householdName} ${vi} / Order ${number}: ${householdName} ${en}`;
    await this.notify.send(tx, { to: phone, channel: 'sms', template: 'orders.return-answered', text });
  }
}
