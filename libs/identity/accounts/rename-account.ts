import { Injectable } from '@nestjs/common';
import { Database, platformProblem, type Actor } from '@choxa/platform';
import { readMe, type Me } from './me.query.js';

/** Somebody says what they want to be called. */
@Injectable()
export class RenameAccount {
  constructor(private readonly db: Database) {}

  async run(actor: Actor, { name }: { name: string }): Promise<Me> {
    return this.db.transaction(async (tx) => {
      await tx.query('update identity.account set name = $2 where id = $1', [actor.accountId, name]);
      const me = await readMe(tx, actor.accountId);
      if (!me) throw platformProblem('not-found');
      return me;
    });
  }
}
