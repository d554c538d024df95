import { Handles, type EventEnvelope, type EventHandler, type Tx } from '@choxa/platform';
import { WithdrawalRefused, type WithdrawalRefusedV1 } from '@choxa/postal-contract';
import { dividedParcels } from '../parcels/divided-parcels.js';
import { EndDividedParcel } from '../parcels/end-divided-parcel.js';
import { MoveSellerOrder } from '../parcels/move-seller-order.js';

/**
 * The post had the parcel before it heard of the cancellation: the seller order goes on as posted. What of several parcels it had not, stays with the
 * household as if it had come back.
 */
@Handles(WithdrawalRefused)
export class KeepSellerOrderWhenWithdrawalRefused implements EventHandler<WithdrawalRefusedV1> {
  constructor(
    private readonly moves: MoveSellerOrder,
    private readonly dividedParcel: EndDividedParcel,
  ) {}

  async handle(tx: Tx, { data }: EventEnvelope<WithdrawalRefusedV1>): Promise<void> {
    const order = await this.moves.lockByReference(tx, data.senderReference);
    if (order?.state !== 'cancelled') return;
    await this.moves.reinstate(tx, order);
    for (const parcel of await dividedParcels(tx, order.id))
      if (parcel.state === 'withdrawn') await this.dividedParcel.returned(tx, order, parcel, new Date(data.refusedAt));
  }
}
