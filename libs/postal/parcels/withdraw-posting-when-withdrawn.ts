import { Clock, Events, Handles, sql, type EventEnvelope, type EventHandler, type Tx } from '@choxa/platform';
import { PostingWithdrawn, readPostalEvent, WithdrawalRefused, type ParcelState, type PostingWithdrawnV1 } from '@choxa/postal-contract';
import { WithdrawParcel } from './withdraw-parcel.js';

/** A parcel nobody has handed over yet is not carried; one the post already has goes its way, and the sender is told so. */
@Handles(PostingWithdrawn)
export class WithdrawPostingWhenWithdrawn implements EventHandler<PostingWithdrawnV1> {
  constructor(
    private readonly events: Events,
    private readonly withdrawParcel: WithdrawParcel,
    private readonly clock: Clock,
  ) {}

  async handle(tx: Tx, event: EventEnvelope<PostingWithdrawnV1>): Promise<void> {
    const { senderReference, reason } = readPostalEvent(PostingWithdrawn, event.data);
    const [parcel] = await sql<{ number: string; state: ParcelState }>(
      tx,
      'select number, state from postal.parcel where sender_reference = $1 for update',
      [senderReference],
    );
    // Events may overtake each other; the request must have become a parcel first. The queue tries again.
    if (!parcel) throw new Error(`posting ${senderReference}: withdrawn before it was registered`);
    const { number, state } = parcel;
    if (state === 'withdrawn') return;
    if (state !== 'announced') {
      const refusedAt = this.clock.now().toISOString();
      await this.events.publish(tx, WithdrawalRefused, { number, senderReference, state, refusedAt });
      return;
    }
    await this.withdrawParcel.run(tx, 'system', { number, senderReference }, reason);
  }
}

/** Why a withdrawn parcel is not to be carried, in the sender's words. */
export async function withdrawalReason(tx: Tx, number: string): Promise<string> {
  const [parcel] = await sql<{ reason: string }>(tx, 'select withdrawn_reason as reason from postal.parcel where number = $1', [number]);
  return parcel!.reason;
}
