import { Clock, HoldsPersonalData, sql, type Obstacle, type Person, type PersonalDataHolder, type Tx } from '@choxa/platform';

/** What the post keeps of a member of its staff as the owner of devices. */
@HoldsPersonalData()
export class DeviceData implements PersonalDataHolder {
  readonly part = 'postal-devices';

  constructor(private readonly clock: Clock) {}

  async read(tx: Tx, { accountId }: Person): Promise<object> {
    return sql(
      tx,
      `select name, registered_at as "registeredAt", seen_at as "seenAt", revoked_at as "revokedAt" from postal.device
       where account_id = $1 order by registered_at, id`,
      [accountId],
    );
  }

  async obstacles(): Promise<Obstacle[]> {
    return [];
  }

  /** Scans keep the id of their device; its name may be that of its owner, and goes. */
  async erase(tx: Tx, { accountId }: Person): Promise<void> {
    await sql(
      tx,
      `update postal.device set name = '–', session_id = null, revoked_at = coalesce(revoked_at, $2), revoked_by = coalesce(revoked_by, account_id)
       where account_id = $1`,
      [accountId, this.clock.now()],
    );
  }
}
