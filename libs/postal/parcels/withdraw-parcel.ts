import { Injectable } from '@nestjs/common';
import { Clock, Events, sql, Trail, type TrailActor, type Tx } from '@choxa/platform';
import { ParcelStatusChanged } from '@choxa/postal-contract';

/** Takes back a parcel that nobody has handed over yet: it will not be carried. */
@Injectable()
export class WithdrawParcel {
  constructor(
    private readonly events: Events,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {}

  /** Runs in the caller's transaction, which holds the lock of the parcel and has seen it announced. `reason`: the sender's words for the clerk. */
  async run(
    tx: Tx,
    actor: TrailActor,
    { number, senderReference }: { number: string; senderReference: string },
    reason: string,
  ): Promise<void> {
    const now = this.clock.now();
    await sql(tx, `update postal.parcel set state = 'withdrawn', state_at = $2, withdrawn_reason = $3 where number = $1`, [
      number,
      now,
      reason,
    ]);
    await this.trail.record(tx, actor, { action: 'parcel.withdrawn', subjectKind: 'parcel', subjectId: number });
    await this.events.publish(tx, ParcelStatusChanged, { number, senderReference, state: 'withdrawn', at: now.toISOString() });
  }
}
