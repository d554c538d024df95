import { Households } from '@choxa/households';
import { Handles, Notify, sql, type EventEnvelope, type EventHandler, type Tx } from '@choxa/platform';
import { PickupAnswered, type PickupAnsweredV1 } from '@choxa/postal-contract';
import { formatDay } from '@choxa/standards';

/** The household sees whether the post comes, and is told when it does not. */
@Handles(PickupAnswered)
export class NoteAnswerWhenPickupAnswered implements EventHandler<PickupAnsweredV1> {
  constructor(
    private readonly households: Households,
    private readonly notify: Notify,
  ) {}

  async handle(tx: Tx, { data }: EventEnvelope<PickupAnsweredV1>): Promise<void> {
    const [asked] = await sql<{ householdId: string; day: string }>(
      tx,
      `with answered as (
         update orders.pick_up_parcel set state = $3, reason = $4 where pick_up_id::text = $1 and seller_order_id::text = any($2::text[]) returning pick_up_id)
       select household_id as "householdId", day::text from orders.pick_up where id in (select pick_up_id from answered)`,
      [data.pickupReference, data.parcels.map((parcel) => parcel.senderReference), data.answer, data.reason],
    );
    // A reference we do not know belongs to another sender.
    if (!asked) return;
    const phone = (await this.households.byIds(tx, [asked.householdId])).get(asked.householdId)?.phone;
    if (phone)
      await this.notify.send(tx, { to: phone, channel: 'sms', template: `orders.pick-up-${data.answer}`, text: textOf(data, asked.day) });
  }
}

function textOf({ answer, reason, parcels }: PickupAnsweredV1, isoDay: string): string {
  const [day, count] = [formatDay(isoDay), parcels.length];
  return answer === 'accepted'
    ? `Chợ Xã: bưu điện sẽ đến lấy ${count} gói ngày ${day}. / The post comes for ${count} parcels on ${day}.`
    : `Chợ Xã: bưu điện không đến lấy ${count} gói ngày ${day} được: ${reason}. Xin mang ra bưu cục. / The post cannot come for ${count} parcels on ${day}: ${reason}.`;
}
