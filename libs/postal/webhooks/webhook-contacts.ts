import { HoldsPersonalData, sql, type Obstacle, type Person, type PersonalDataHolder, type Tx } from '@choxa/platform';

/** The one thing the webhooks hold of a person: whom to tell when a webhook is given up. */
@HoldsPersonalData()
export class WebhookContacts implements PersonalDataHolder {
  readonly part = 'webhooks';

  async read(tx: Tx, { accountId }: Person): Promise<object> {
    return sql(
      tx,
      `select url, contact_phone as "contactPhone", created_at as "createdAt" from postal.webhook where created_by = $1 order by created_at, id`,
      [accountId],
    );
  }

  async obstacles(): Promise<Obstacle[]> {
    return [];
  }

  /** The webhook itself belongs to the firm and stays. */
  async erase(tx: Tx, { accountId }: Person): Promise<void> {
    await sql(tx, 'update postal.webhook set contact_phone = null where created_by = $1', [accountId]);
  }
}
