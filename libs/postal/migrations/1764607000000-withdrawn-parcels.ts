import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A parcel its sender withdrew before handing it over. The new check is wider than the old one, so it needs no look at the rows. */
export class WithdrawnParcels1764607000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table postal.parcel add withdrawn_reason text');
    await runner.query(`
      alter table postal.parcel
        drop constraint parcel_state,
        add constraint parcel_state check (state in ('announced', 'accepted', 'in_transit', 'at_delivery_office', 'out_for_delivery', 'held',
          'attempt_failed', 'delivered', 'returning', 'returned', 'lost', 'withdrawn')) not valid,
        add constraint parcel_withdrawn check ((state = 'withdrawn') = (withdrawn_reason is not null)) not valid`);
    await runner.query('alter table postal.parcel validate constraint parcel_state, validate constraint parcel_withdrawn');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
