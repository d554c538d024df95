import { Handles, type EventEnvelope, type EventHandler, type Tx } from '@choxa/platform';
import { PostingRequested, readPostalEvent, type PostingRequestedV1 } from '@choxa/postal-contract';
import { RegisterParcel } from './register-parcel.js';

/** Whatever crosses the wall is checked against the contract before the post acts on it. */
@Handles(PostingRequested)
export class RegisterParcelWhenPostingRequested implements EventHandler<PostingRequestedV1> {
  constructor(private readonly registerParcel: RegisterParcel) {}

  async handle(tx: Tx, event: EventEnvelope<PostingRequestedV1>): Promise<void> {
    await this.registerParcel.run(tx, readPostalEvent(PostingRequested, event.data));
  }
}
