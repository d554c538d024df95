import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Ledger1764605000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table orders.ledger_journal (
        key text not null,
        seller_order_id uuid not null,
        kind text not null,
        at timestamptz not null,
        constraint "PK_ledger_journal" primary key (key),
        constraint ledger_journal_of_seller_order foreign key (seller_order_id) references orders.seller_order (id),
        constraint ledger_journal_kind check (kind in ('sale', 'adjustment', 'charges', 'cancellation', 'return', 'cod-collected',
          'cod-remitted', 'paid-by-transfer', 'paid-through-gateway', 'refund-due', 'refund-paid'))
      )`);
    await runner.query(`create index ledger_journal_seller_order on orders.ledger_journal (seller_order_id, at)`);
    await runner.query(`
      create table orders.ledger_entry (
        journal_key text not null,
        account text not null,
        amount_vnd bigint not null,
        constraint "PK_ledger_entry" primary key (journal_key, account),
        constraint ledger_entry_account check
          (account in ('buyer', 'household', 'postage', 'fee', 'tax', 'cod_at_post', 'gateway', 'bank', 'refund')),
        constraint ledger_entry_amount check (amount_vnd <> 0)
      )`);
    await openTheBooks(runner);
    await sumToZero(runner);
    await keepWhatIsWritten(runner);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

/** Seller orders from before the ledger: their sale, what the post has collected, what was undone. */
async function openTheBooks(runner: QueryRunner): Promise<void> {
  await runner.query(`
    insert into orders.ledger_journal (key, seller_order_id, kind, at)
    select 'sale:' || id, id, 'sale', placed_at from orders.seller_order
    union all
    select 'cod-collected:' || seller_order_id, seller_order_id, 'cod-collected', changed_at from orders.payment_intent where state = 'collected'
    union all
    select 'cancellation:' || id, id, 'cancellation', changed_at from orders.seller_order where state = 'cancelled'
    union all
    select 'return:' || id, id, 'return', changed_at from orders.seller_order where state = 'returned'`);
  await runner.query(`
    insert into orders.ledger_entry (journal_key, account, amount_vnd)
    select journal.key, side.account, side.amount_vnd
      from orders.ledger_journal journal join orders.seller_order part on part.id = journal.seller_order_id
     cross join lateral (
       select account, case when journal.kind = 'sale' then amount_vnd else -amount_vnd end as amount_vnd
         from (values ('buyer', part.goods_vnd + part.postage_vnd), ('household', -part.goods_vnd), ('postage', -part.postage_vnd))
           as sold (account, amount_vnd)
        where journal.kind <> 'cod-collected'
       union all
       select account, amount_vnd from (values ('cod_at_post', part.cod_vnd), ('buyer', -part.cod_vnd)) as paid (account, amount_vnd)
        where journal.kind = 'cod-collected') side
     where side.amount_vnd <> 0`);
}

/** Checked when a transaction commits, for every entry it wrote. */
async function sumToZero(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create function orders.ledger_sums_to_zero() returns trigger language plpgsql as $$
    begin
      if (select sum(amount_vnd) from orders.ledger_entry where journal_key = new.journal_key) <> 0
         or not exists (select from orders.ledger_journal where key = new.journal_key) then
        raise exception 'journal % does not sum to zero', new.journal_key using errcode = 'check_violation', constraint = 'ledger_sums_to_zero';
      end if;
      return null;
    end $$`);
  await runner.query(`
    create constraint trigger ledger_sums_to_zero after insert on orders.ledger_entry
      deferrable initially deferred for each row execute function orders.ledger_sums_to_zero()`);
}

async function keepWhatIsWritten(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create function orders.ledger_stays() returns trigger language plpgsql as $$
    begin
      raise exception 'the ledger is append-only' using errcode = 'restrict_violation';
    end $$`);
  for (const table of ['ledger_journal', 'ledger_entry'])
    await runner.query(`
      create trigger ${table}_stays before update or delete or truncate on orders.${table}
        for each statement execute function orders.ledger_stays()`);
}
