import { HoldsPersonalData, sql, type Obstacle, type Person, type PersonalDataHolder, type Tx } from '@choxa/platform';

/** The addresses an account has saved; nothing else needs them. */
@HoldsPersonalData()
export class AddressData implements PersonalDataHolder {
  readonly part = 'addresses';

  async read(tx: Tx, { accountId }: Person): Promise<object> {
    return sql(
      tx,
      `select label, recipient_name as "recipientName", phone, street, commune_name as "communeName", province_name as "provinceName",
              digital_address as "digitalAddress", is_default as "isDefault", saved_at as "savedAt"
         from orders.saved_address where account_id = $1 order by saved_at, id`,
      [accountId],
    );
  }

  async obstacles(): Promise<Obstacle[]> {
    return [];
  }

  async erase(tx: Tx, { accountId }: Person): Promise<void> {
    await tx.query('delete from orders.saved_address where account_id = $1', [accountId]);
  }
}
