import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cash on delivery paid out to senders. The checks become wider, so they need no look at the rows. */
export class CodRemittances1764605000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table postal.cod_remittance (
        id uuid not null,
        operator_id uuid not null,
        reference text not null,
        paid_vnd bigint not null,
        remitted_at timestamptz not null,
        remitted_by uuid not null,
        constraint "PK_cod_remittance" primary key (id),
        constraint cod_remittance_operator foreign key (operator_id) references postal.operator (id),
        constraint cod_remittance_reference unique (operator_id, reference),
        constraint cod_remittance_amount check (paid_vnd >= 0)
      )`);
    await runner.query(`
      create trigger cod_remittance_append_only before update or delete on postal.cod_remittance
        for each row execute function postal.refuse_change()`);
    await runner.query(`
      alter table postal.cod_entry
        drop constraint cod_entry_step,
        add constraint cod_entry_step check (step in ('due', 'collected', 'cancelled', 'remitted')) not valid,
        drop constraint cod_entry_account,
        add constraint cod_entry_account check
          (account in ('recipient', 'cash', 'sender', 'bank', 'postage') and (account = 'cash') = (holder_id is not null)) not valid`);
    await runner.query('alter table postal.cod_entry validate constraint cod_entry_step, validate constraint cod_entry_account');
    await runner.query('grant select, insert on postal.cod_remittance to choxa_postal');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
