import { HoldsPersonalData, sql, type Obstacle, type Person, type PersonalDataHolder, type Tx } from '@choxa/platform';

/** What is kept of an official who proposed or confirmed the closing of periods. What he is called is kept, and erased, with the inspections. */
@HoldsPersonalData()
export class PeriodOfficialsData implements PersonalDataHolder {
  readonly part = 'period-closings';

  async read(tx: Tx, { accountId }: Person): Promise<object> {
    return sql(
      tx,
      `select period, version, reason, proposed_at as "proposedAt", proposed_by = $1 as "proposedByMe", outcome, ended_at as "endedAt",
         coalesce(ended_by = $1, false) as "endedByMe"
       from audit.period_proposal where proposed_by = $1 or ended_by = $1 order by proposed_at, id`,
      [accountId],
    );
  }

  async obstacles(): Promise<Obstacle[]> {
    return [];
  }

  /** The decisions stay, under an account that names nobody any more: signed figures rest on them. */
  async erase(): Promise<void> {}
}
