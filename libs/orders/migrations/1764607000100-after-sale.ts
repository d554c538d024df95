import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Returns, refunds and complaints, with the dated terms they run by. */
export class AfterSale1764607000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
    for (const [kind, setCode, amount, unit, basis] of TERMS)
      await runner.query(
        `insert into orders.after_sale_term (kind, set_code, valid_from, valid_to, amount, unit, basis) values ($1, $2, '2026-01-01', null, $3, $4, $5)`,
        [kind, setCode, amount, unit, basis],
      );
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const HOUSE = 'Quy định của Chợ Xã';
const POSTAL_LAW = 'Luật Bưu chính 49/2010/QH12, điều 38: thời hiệu và thời hạn giải quyết khiếu nại';
const CONSUMER_LAW = 'Luật Bảo vệ quyền lợi người tiêu dùng 19/2023/QH15: thương lượng trong 7 ngày làm việc';

type Row = readonly [kind: string, setCode: string, amount: number, unit: string, basis: string];

/** Sets whose goods do not keep: fresh vegetables, meat, what is ready to eat; flowers, plants, animals. */
const FRESH = ['1', '2', '5', '23', '24', '25'];
/** Sets whose goods are eaten, drunk or used on the body: nobody buys a pack that was in another's hands. */
const OPENED = [...FRESH, '3', '4', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15', '16', '17', '18', '19', '20'];

const TERMS: readonly Row[] = [
  ['return:fault', '', 7, 'day', HOUSE],
  ...FRESH.map((set): Row => ['return:fault', set, 48, 'hour', `${HOUSE}: hàng tươi sống`]),
  ['return:changed-mind', '', 7, 'day', HOUSE],
  ...OPENED.map((set): Row => [
    'return:changed-mind',
    set,
    0,
    'day',
    `${HOUSE}: thực phẩm và hàng dùng trên người không nhận lại vì đổi ý`,
  ]),
  ['return:answer', '', 2, 'working_day', HOUSE],
  ['refund:payment', '', 5, 'working_day', HOUSE],
  ['complain:not_received', '', 48, 'hour', HOUSE],
  ['complain:missing_items', '', 48, 'hour', HOUSE],
  ['complain:wrong_items', '', 48, 'hour', HOUSE],
  ['complain:quality', '', 3, 'month', HOUSE],
  ['complain:seller', '', 3, 'month', HOUSE],
  ['complain:parcel_lost', '', 6, 'month', POSTAL_LAW],
  ['complain:parcel_late', '', 6, 'month', POSTAL_LAW],
  ['complain:parcel_damaged', '', 1, 'month', POSTAL_LAW],
  ['complain:postage_price', '', 1, 'month', POSTAL_LAW],
  ['answer:delivery', '', 2, 'working_day', HOUSE],
  ['answer:household', '', 7, 'working_day', CONSUMER_LAW],
  ['answer:post', '', 2, 'month', POSTAL_LAW],
];

const OF_SELLER_ORDER = (table: string) =>
  `constraint ${table}_of_seller_order foreign key (seller_order_id) references orders.seller_order (id)`;

const TABLES = [
  `create table orders.after_sale_term (
    kind text not null,
    set_code text not null,
    valid_from date not null,
    valid_to date,
    amount int not null,
    unit text not null,
    basis text not null,
    constraint "PK_after_sale_term" primary key (kind, set_code, valid_from),
    constraint after_sale_term_amount check (amount >= 0),
    constraint after_sale_term_unit check (unit in ('hour', 'day', 'working_day', 'month')),
    constraint after_sale_term_validity check (valid_to is null or valid_to > valid_from)
  )`,
  `create table orders.return_case (
    id uuid not null,
    seller_order_id uuid not null,
    state text not null,
    reason text,
    note text not null,
    opened_at timestamptz not null,
    answer_due_at timestamptz,
    answered_at timestamptz,
    answer_note text,
    parcel_number text,
    changed_at timestamptz not null,
    constraint "PK_return_case" primary key (id),
    ${OF_SELLER_ORDER('return_case')},
    constraint return_case_state
      check (state in ('requested', 'refused', 'withdrawn', 'settled', 'approved', 'posted', 'arrived', 'received')),
    constraint return_case_refused_says_why check (state <> 'refused' or answer_note is not null)
  )`,
  `create index return_case_seller_order on orders.return_case (seller_order_id)`,
  `create unique index return_case_refused_parcel on orders.return_case (seller_order_id) where reason is null`,
  `create unique index return_case_parcel on orders.return_case (parcel_number)`,
  `create table orders.return_line (
    return_id uuid not null,
    line_id uuid not null,
    quantity int not null,
    restocked int,
    written_off int,
    constraint "PK_return_line" primary key (return_id, line_id),
    constraint return_line_of_return foreign key (return_id) references orders.return_case (id),
    constraint return_line_of_line foreign key (line_id) references orders.order_line (id),
    constraint return_line_quantity check (quantity > 0),
    constraint return_line_fate check ((restocked is null and written_off is null)
      or (restocked >= 0 and written_off >= 0 and restocked + written_off = quantity))
  )`,
  `create index return_line_line on orders.return_line (line_id)`,
  `create table orders.return_picture (
    id uuid not null,
    seller_order_id uuid not null,
    return_id uuid,
    file_key text not null,
    added_at timestamptz not null,
    constraint "PK_return_picture" primary key (id),
    ${OF_SELLER_ORDER('return_picture')}
  )`,
  `create index return_picture_seller_order on orders.return_picture (seller_order_id)`,
  `create table orders.refund (
    id uuid not null,
    seller_order_id uuid not null,
    return_id uuid,
    cause text not null,
    amount_vnd bigint not null,
    state text not null,
    way text,
    reference text,
    due_at timestamptz not null,
    owed_at timestamptz not null,
    paid_at timestamptz,
    changed_at timestamptz not null,
    constraint "PK_refund" primary key (id),
    ${OF_SELLER_ORDER('refund')},
    constraint refund_amount check (amount_vnd > 0),
    constraint refund_state check (state in ('due', 'paid', 'received', 'disputed')),
    constraint refund_paid check ((state = 'due') = (paid_at is null) and (paid_at is null) = (way is null))
  )`,
  `create index refund_seller_order on orders.refund (seller_order_id)`,
  // The last wall: whatever the code does, no seller order's refunds are above what its buyer has paid.
  `create function orders.refuse_refund_above_payment() returns trigger language plpgsql as $$
    declare paid bigint; refunded bigint;
    begin
      perform from orders.seller_order where id = new.seller_order_id for update;
      select coalesce(sum(entry.amount_vnd), 0) into paid
        from orders.ledger_journal journal join orders.ledger_entry entry on entry.journal_key = journal.key
       where journal.seller_order_id = new.seller_order_id and entry.amount_vnd > 0
         and journal.kind in ('cod-collected', 'paid-by-transfer', 'paid-through-gateway');
      select coalesce(sum(amount_vnd), 0) into refunded from orders.refund where seller_order_id = new.seller_order_id and id <> new.id;
      if refunded + new.amount_vnd > paid then
        raise exception 'refunds of seller order % would be above what was paid', new.seller_order_id
          using errcode = 'check_violation', constraint = 'refund_within_payment';
      end if;
      return new;
    end $$`,
  `create trigger refund_within_payment before insert or update of amount_vnd, seller_order_id on orders.refund
    for each row execute function orders.refuse_refund_above_payment()`,
  `create table orders.complaint (
    id uuid not null,
    number text not null,
    seller_order_id uuid not null,
    topic text not null,
    state text not null,
    opened_at timestamptz not null,
    answer_due_at timestamptz not null,
    escalated_at timestamptz,
    outcome text,
    outcome_note text,
    closed_at timestamptz,
    changed_at timestamptz not null,
    constraint "PK_complaint" primary key (id),
    constraint complaint_number unique (number),
    ${OF_SELLER_ORDER('complaint')},
    constraint complaint_state check (state in ('open', 'answered', 'escalated', 'closed')),
    constraint complaint_closed check ((state = 'closed') = (outcome is not null) and (outcome is null) = (closed_at is null)),
    constraint complaint_outcome check (outcome in ('solved', 'upheld', 'rejected', 'settled'))
  )`,
  `create index complaint_seller_order on orders.complaint (seller_order_id)`,
  `create index complaint_unfinished on orders.complaint (answer_due_at) where state <> 'closed'`,
  `create table orders.complaint_message (
    id uuid not null,
    complaint_id uuid not null,
    author text not null,
    text text not null,
    at timestamptz not null,
    constraint "PK_complaint_message" primary key (id),
    constraint complaint_message_of_complaint foreign key (complaint_id) references orders.complaint (id),
    constraint complaint_message_author check (author in ('buyer', 'household', 'post', 'official'))
  )`,
  `create index complaint_message_complaint on orders.complaint_message (complaint_id, at)`,
];
