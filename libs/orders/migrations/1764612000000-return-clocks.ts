import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a household's silence about a return means is said by the dated row whose term has run out. */
export class ReturnClocks1764612000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const STATEMENTS = [
  `alter table orders.after_sale_term add column consequence text,
     add constraint after_sale_term_consequence check (consequence in ('agreed', 'refunded'))`,
  `update orders.after_sale_term set consequence = 'agreed', basis = 'Quy định của Chợ Xã: im lặng là đồng ý cho trả hàng' where kind = 'return:answer'`,
  `insert into orders.after_sale_term (kind, set_code, valid_from, valid_to, amount, unit, basis, consequence)
   values ('return:look', '', '2026-01-01', null, 2, 'working_day', 'Quy định của Chợ Xã: hàng trả đã về tới mà không xem là đã nhận lại', 'refunded')`,
  `alter table orders.return_case add column look_due_at timestamptz`,
  // Two working days are at most five days when no holiday lies between; nobody is hurried by more time.
  `update orders.return_case set look_due_at = changed_at + interval '5 days' where state = 'arrived' and reason is not null`,
  `create index return_case_waiting on orders.return_case (answer_due_at) where state in ('requested', 'arrived')`,
];
