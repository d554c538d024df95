import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Fees by share of an amount, norms with their days, and prices that nobody rewrites. */
export class DatedTariffs1764701000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table postal.tariff
        add column cod_rate_bp int not null default 0,
        add constraint tariff_cod_rate check (cod_rate_bp between 0 and 10000)`);
    await runner.query(`
      alter table postal.norm
        add column valid_from date not null default '2026-01-01',
        add column valid_to date,
        add column basis text not null default 'Chỉ tiêu thời gian của doanh nghiệp',
        drop constraint "PK_norm",
        add constraint "PK_norm" primary key (operator_id, from_province, to_province, valid_from),
        add constraint norm_validity check (valid_to is null or valid_to > valid_from)`);
    await runner.query(`
      create table postal.surcharge (
        id uuid not null,
        operator_id uuid not null,
        kind text not null,
        rate_bp int not null,
        minimum_vnd bigint not null,
        valid_from date not null,
        valid_to date,
        basis text not null,
        constraint "PK_surcharge" primary key (id),
        constraint surcharge_operator foreign key (operator_id) references postal.operator (id),
        constraint surcharge_day unique (operator_id, kind, valid_from),
        constraint surcharge_kind check (kind in ('insurance', 'pick_up')),
        constraint surcharge_amounts check (rate_bp between 0 and 10000 and minimum_vnd >= 0),
        constraint surcharge_validity check (valid_to is null or valid_to > valid_from)
      )`);
    await runner.query(`grant select, insert, update on postal.surcharge to choxa_postal`);
    // Somebody paid by it: of a row that was entered only the end is set, and once.
    await runner.query(`
      create function postal.refuse_rewriting() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' or to_jsonb(new) - array['valid_to', 'valid_until'] <> to_jsonb(old) - array['valid_to', 'valid_until'] then
          raise exception 'postal.% is history: another price is a new row', tg_table_name using errcode = 'restrict_violation';
        end if;
        return new;
      end $$`);
    for (const table of ['tariff', 'norm', 'surcharge'])
      await runner.query(`
        create trigger ${table}_history before update or delete on postal.${table} for each row execute function postal.refuse_rewriting()`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
