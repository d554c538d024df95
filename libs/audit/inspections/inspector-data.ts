import { HoldsPersonalData, sql, type Obstacle, type Person, type PersonalDataHolder, type Tx } from '@choxa/platform';

/** What is kept of an official who inspected labels. */
@HoldsPersonalData()
export class InspectorData implements PersonalDataHolder {
  readonly part = 'inspections';

  async read(tx: Tx, { accountId }: Person): Promise<object> {
    return sql(
      tx,
      `select item.product_name as product, inspection.inspected_at as "inspectedAt", inspection.latitude, inspection.longitude,
         inspection.remark, inspection.reason
       from audit.inspection join audit.sample_item item using (sample_id, product_id)
       where inspection.inspected_by = $1 order by inspection.recorded_at, inspection.id`,
      [accountId],
    );
  }

  async obstacles(): Promise<Obstacle[]> {
    return [];
  }

  /** The findings stay, under an account that names nobody any more: figures rest on them. */
  async erase(tx: Tx, { accountId }: Person): Promise<void> {
    await sql(tx, `update audit.inspector set name = '–' where account_id = $1`, [accountId]);
  }
}
