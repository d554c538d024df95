import { Injectable } from '@nestjs/common';
import { Database, platformProblem, sql, type Actor } from '@choxa/platform';

/** Takes a pack off an account's favourites. */
@Injectable()
export class RemoveFavourite {
  constructor(private readonly db: Database) {}

  /** Throws `not-found` where it is not among them. */
  async run({ accountId }: Actor, packId: string): Promise<void> {
    const gone = await this.db.transaction((tx) =>
      sql(tx, 'delete from catalogue.favourite where account_id = $1 and pack_id = $2 returning pack_id', [accountId, packId]),
    );
    if (!gone.length) throw platformProblem('not-found');
  }
}
