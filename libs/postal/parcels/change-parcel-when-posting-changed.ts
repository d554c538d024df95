import { Handles, sql, Trail, type EventEnvelope, type EventHandler, type Tx } from '@choxa/platform';
import { PostingChanged, readPostalEvent, type PostingChangedV1 } from '@choxa/postal-contract';
import { addContents } from './content-lines.js';
import { WALL_SENDER } from './register-parcel.js';

/** Weight, cash and contents follow the sender while the parcel is only announced; after that what was accepted stands (domain.md §6). */
@Handles(PostingChanged)
export class ChangeParcelWhenPostingChanged implements EventHandler<PostingChangedV1> {
  constructor(private readonly trail: Trail) {}

  async handle(tx: Tx, event: EventEnvelope<PostingChangedV1>): Promise<void> {
    const { senderReference, weightGrams, volumeCm3 = null, codVnd, contents } = readPostalEvent(PostingChanged, event.data);
    const [parcel] = await sql<{ number: string; state: string; codVnd: number }>(
      tx,
      `select number, state, cod_vnd as "codVnd" from postal.parcel where sender_key = $1 and sender_reference = $2 for update`,
      [WALL_SENDER, senderReference],
    );
    // Events may overtake each other: the change may come before its request. The queue tries again.
    if (!parcel) throw new Error(`parcel of ${senderReference}: changed before it was requested`);
    const { number } = parcel;
    const announced = parcel.state === 'announced';
    const details = { fromCodVnd: parcel.codVnd, toCodVnd: codVnd };
    const action = announced ? 'parcel.changed' : 'parcel.change-came-late';
    await this.trail.record(tx, 'system', { action, subjectKind: 'parcel', subjectId: number, details });
    if (!announced) return;
    await sql(tx, 'update postal.parcel set weight_grams = $2, volume_cm3 = $3, cod_vnd = $4 where number = $1', [
      number,
      weightGrams,
      volumeCm3,
      codVnd,
    ]);
    await sql(tx, 'delete from postal.content_line where parcel_number = $1', [number]);
    await addContents(tx, number, contents);
  }
}
