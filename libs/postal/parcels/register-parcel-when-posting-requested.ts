import { Handles, type EventEnvelope, type EventHandler, type Tx } from '@choxa/platform';
import { PostingRequested, readPostalEvent, type PostingRequestedV1 } from '@choxa/postal-contract';
import { RegisterParcel, WALL_SENDER } from './register-parcel.js';

/** Whatever crosses the wall is checked against the contract before the post acts on it. */
@Handles(PostingRequested)
export class RegisterParcelWhenPostingRequested implements EventHandler<PostingRequestedV1> {
  constructor(private readonly registerParcel: RegisterParcel) {}

  async handle(tx: Tx, event: EventEnvelope<PostingRequestedV1>): Promise<void> {
    await this.handleAll(tx, [event]);
  }

  async handleAll(tx: Tx, events: readonly EventEnvelope<PostingRequestedV1>[]): Promise<void> {
    const postings = events.map(({ data }) => readPostalEvent(PostingRequested, data));
    await this.registerParcel.runAll(
      tx,
      postings.map((posting) => ({ ...posting, senderKey: WALL_SENDER, originOfficeId: null })),
    );
  }
}
