import type { MigrationInterface, QueryRunner } from 'typeorm';

const LAW = 'Luật Bưu chính 49/2010/QH12';
const HOUSE = 'Quy định nội bộ mẫu 2026';

/** Kind, months, counted from, working days to answer, times the postage. */
const CLAIM_TERMS = [
  ['lost', 6, 'acceptance', 15, 4],
  ['delayed', 6, 'acceptance', 15, 1],
  ['damaged', 1, 'delivery', 15, 4],
  ['price', 1, 'delivery', 15, 1],
] as const;

/** What recipients and senders may ask of a parcel by a code, parcels that turn back by themselves, and claims for compensation. */
export class Recipients1765004000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
    for (const [kind, months, from, answer, multiple] of CLAIM_TERMS)
      await runner.query(
        `insert into postal.claim_term (kind, valid_from, window_months, counted_from, answer_working_days, postage_multiple, basis)
         values ($1, '2026-01-01', $2, $3, $4, $5, $6)`,
        [kind, months, from, answer, multiple, `${LAW}; ${HOUSE}`],
      );
    await runner.query(
      `insert into postal.delivery_norm (code, amount, valid_from, basis) values ('return_wait_working_days', 2, '2026-01-01', $1)`,
      [HOUSE],
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const STATEMENTS = [
  'alter table postal.parcel add column redirected_at timestamptz',
  `create table postal.parcel_code (
    parcel_number text not null,
    party text not null,
    salt bytea not null,
    hash bytea not null,
    tries int not null default 0,
    sent_at timestamptz not null,
    valid_until timestamptz not null,
    sent_today int not null,
    constraint "PK_parcel_code" primary key (parcel_number, party),
    constraint parcel_code_parcel foreign key (parcel_number) references postal.parcel (number),
    constraint parcel_code_party check (party in ('recipient', 'sender')),
    constraint parcel_code_tries check (tries between 0 and 5),
    constraint parcel_code_sent check (sent_today between 1 and 5)
  )`,
  `create table postal.claim_term (
    kind text not null,
    valid_from date not null,
    valid_to date,
    window_months int not null,
    counted_from text not null,
    answer_working_days int not null,
    postage_multiple int not null,
    basis text not null,
    constraint "PK_claim_term" primary key (kind, valid_from),
    constraint claim_term_kind check (kind in ('lost', 'delayed', 'damaged', 'price')),
    constraint claim_term_counted_from check (counted_from in ('acceptance', 'delivery')),
    constraint claim_term_amounts check (window_months > 0 and answer_working_days > 0 and postage_multiple > 0),
    constraint claim_term_validity check (valid_to is null or valid_to > valid_from)
  )`,
  `create table postal.compensation_case (
    id uuid not null,
    parcel_number text not null,
    operator_id uuid not null,
    kind text not null,
    state text not null,
    opened_by text not null,
    words text not null,
    opened_at timestamptz not null,
    answer_due_on date not null,
    most_vnd bigint not null,
    finding text,
    answer text,
    sum_vnd bigint,
    reference text,
    changed_at timestamptz not null,
    constraint "PK_compensation_case" primary key (id),
    constraint compensation_case_parcel foreign key (parcel_number) references postal.parcel (number),
    constraint compensation_case_operator foreign key (operator_id) references postal.operator (id),
    constraint compensation_case_kind check (kind in ('lost', 'delayed', 'damaged', 'price')),
    constraint compensation_case_state check (state in ('opened', 'examined', 'accepted', 'paid', 'refused')),
    constraint compensation_case_opener check (opened_by in ('recipient', 'sender', 'staff')),
    constraint compensation_case_sum check ((state in ('accepted', 'paid')) = (sum_vnd is not null) and sum_vnd between 1 and most_vnd),
    constraint compensation_case_refusal check (state <> 'refused' or answer is not null),
    constraint compensation_case_paid check ((state = 'paid') = (reference is not null))
  )`,
  `create unique index compensation_case_open_once on postal.compensation_case (parcel_number, kind)
    where state in ('opened', 'examined', 'accepted')`,
  'create index compensation_case_queue on postal.compensation_case (operator_id, state, answer_due_on)',
  `create table postal.return_decision (
    scan_id uuid not null,
    parcel_number text not null,
    reason text not null,
    basis text not null,
    decided_at timestamptz not null,
    decided_by uuid,
    constraint "PK_return_decision" primary key (scan_id),
    constraint return_decision_parcel foreign key (parcel_number) references postal.parcel (number),
    constraint return_decision_reason check (reason in ('refused', 'undeliverable', 'not_collected', 'asked_by_sender', 'other'))
  )`,
  'grant select, insert, update on postal.parcel_code, postal.compensation_case to choxa_postal',
  'grant select on postal.claim_term to choxa_postal',
  'grant select, insert on postal.return_decision to choxa_postal',
];
