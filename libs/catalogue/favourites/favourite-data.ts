import { HoldsPersonalData, sql, type Obstacle, type Person, type PersonalDataHolder, type Tx } from '@choxa/platform';

/** What an account likes; nothing else needs it. */
@HoldsPersonalData()
export class FavouriteData implements PersonalDataHolder {
  readonly part = 'favourites';

  async read(tx: Tx, { accountId }: Person): Promise<object> {
    return sql(
      tx,
      `select name as product, net_content as "netContent", price_then_vnd as "priceThenVnd", added_at as "addedAt"
         from catalogue.favourite join catalogue.listing using (pack_id) where account_id = $1 order by added_at, pack_id`,
      [accountId],
    );
  }

  async obstacles(): Promise<Obstacle[]> {
    return [];
  }

  async erase(tx: Tx, { accountId }: Person): Promise<void> {
    await tx.query('delete from catalogue.favourite where account_id = $1', [accountId]);
  }
}
