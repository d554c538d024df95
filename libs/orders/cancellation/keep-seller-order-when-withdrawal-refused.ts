import { Handles, type EventEnvelope, type EventHandler, type Tx } from '@choxa/platform';
import { WithdrawalRefused, type WithdrawalRefusedV1 } from '@choxa/postal-contract';
import { MoveSellerOrder } from '../parcels/move-seller-order.js';

/** The post had the parcel before it heard of the cancellation: the seller order goes on as posted. */
@Handles(WithdrawalRefused)
export class KeepSellerOrderWhenWithdrawalRefused implements EventHandler<WithdrawalRefusedV1> {
  constructor(private readonly moves: MoveSellerOrder) {}

  async handle(tx: Tx, { data }: EventEnvelope<WithdrawalRefusedV1>): Promise<void> {
    const order = await this.moves.lock(tx, data.senderReference);
    if (order?.state === 'cancelled') await this.moves.reinstate(tx, order);
  }
}
