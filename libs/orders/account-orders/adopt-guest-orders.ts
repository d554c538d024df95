import { Injectable } from '@nestjs/common';
import { Clock, Database, sql, Trail, type Actor } from '@choxa/platform';
import { provenOrders } from './guest-orders.query.js';

/** Takes the orders that were placed as a guest with the proven phone into the account, which from then on opens them without their key. */
@Injectable()
export class AdoptGuestOrders {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** How many; none where the session rests on no proof of the phone, or the proof has worn out. */
  async run(actor: Actor): Promise<number> {
    return this.db.transaction(async (tx) => {
      const { phone, until, wholeFrom } = await provenOrders(tx, actor, this.clock.now());
      const adopted = await sql<{ number: string }>(
        tx,
        `update orders."order" set account_id = $1 where account_id is null and phone = $2 and placed_at between $4 and $3 returning number`,
        [actor.accountId, phone, until, wholeFrom],
      );
      if (!adopted.length) return 0;
      const details = { numbers: adopted.map(({ number }) => number) };
      await this.trail.record(tx, actor, { action: 'order.adopted', subjectKind: 'account', subjectId: actor.accountId, details });
      return adopted.length;
    });
  }
}
