import { Injectable } from '@nestjs/common';
import { Database, platformProblem, sql, type Actor } from '@choxa/platform';
import { lockAddresses, offerFirst } from './default-address.js';

/** Takes an address off the account's list; when it was the default, the oldest of the others becomes it. */
@Injectable()
export class ForgetAddress {
  constructor(private readonly db: Database) {}

  /** Throws `not-found` when it is not there or another account's. */
  async run({ accountId }: Actor, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      await lockAddresses(tx, accountId);
      const [gone] = await sql<{ wasDefault: boolean }>(
        tx,
        'delete from orders.saved_address where account_id = $1 and id = $2 returning is_default as "wasDefault"',
        [accountId, id],
      );
      if (!gone) throw platformProblem('not-found');
      if (!gone.wasDefault) return;
      const oldest = 'select id from orders.saved_address where account_id = $1 order by saved_at, id limit 1';
      const [next] = await sql<{ id: string }>(tx, oldest, [accountId]);
      if (next) await offerFirst(tx, accountId, next.id);
    });
  }
}
