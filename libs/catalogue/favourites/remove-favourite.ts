import { Injectable } from '@nestjs/common';
import { Database, sql, type Actor } from '@choxa/platform';

/** Takes a pack off an account's favourites; one that is not there is already gone. */
@Injectable()
export class RemoveFavourite {
  constructor(private readonly db: Database) {}

  async run({ accountId }: Actor, packId: string): Promise<void> {
    await this.db.transaction((tx) =>
      sql(tx, 'delete from catalogue.favourite where account_id = $1 and pack_id = $2', [accountId, packId]),
    );
  }
}
