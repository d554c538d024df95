import { HoldsPersonalData, sql, type Obstacle, type Person, type PersonalDataHolder, type Tx } from '@choxa/platform';

/** What a person means to buy, and the phone they proved in a guest's cart. */
@HoldsPersonalData()
export class CartData implements PersonalDataHolder {
  readonly part = 'cart';

  async read(tx: Tx, { accountId }: Person): Promise<object> {
    return sql(
      tx,
      `select line.pack_id as "packId", line.quantity, line.added_at as "addedAt"
         from orders.cart join orders.cart_line line on line.cart_id = cart.id
        where cart.account_id = $1 order by line.added_at, line.pack_id`,
      [accountId],
    );
  }

  async obstacles(): Promise<Obstacle[]> {
    return [];
  }

  async erase(tx: Tx, { accountId, phone }: Person): Promise<void> {
    await sql(
      tx,
      `with gone as (delete from orders.cart where account_id = $1 or verified_phone = $2 returning id)
       delete from orders.cart_line using gone where cart_id = gone.id`,
      [accountId, phone],
    );
  }
}
