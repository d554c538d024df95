import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DELIVERY_NORM_ROWS, FAILURE_REASON_ROWS } from './delivery-tables-of-2026.js';

/** Photos and signatures as proof, why attempts fail, and deliveries that somebody looks at again. */
export class DeliveryProofs1764704000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...GRANTS]) await runner.query(statement);
    for (const row of FAILURE_REASON_ROWS)
      await runner.query(
        `insert into postal.failure_reason (code, fault, counts, next_action, valid_from, basis) values ($1, $2, $3, $4, '2026-01-01', $5)`,
        row,
      );
    for (const row of DELIVERY_NORM_ROWS)
      await runner.query(`insert into postal.delivery_norm (code, amount, valid_from, basis) values ($1, $2, '2026-01-01', $3)`, row);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const TABLES = [
  `create table postal.failure_reason (
    code text not null,
    valid_from date not null,
    valid_to date,
    fault text not null,
    counts boolean not null,
    next_action text not null,
    basis text not null,
    constraint "PK_failure_reason" primary key (code, valid_from),
    constraint failure_reason_fault check (fault in ('recipient', 'sender', 'post', 'circumstance')),
    constraint failure_reason_validity check (valid_to is null or valid_to > valid_from)
  )`,
  `create table postal.delivery_norm (
    code text not null,
    valid_from date not null,
    valid_to date,
    amount int not null,
    basis text not null,
    constraint "PK_delivery_norm" primary key (code, valid_from),
    constraint delivery_norm_amount check (amount > 0),
    constraint delivery_norm_validity check (valid_to is null or valid_to > valid_from)
  )`,
  `create table postal.proof_picture (
    id uuid not null,
    parcel_number text not null,
    kind text not null,
    content_hash text not null,
    taken_by uuid not null,
    taken_at timestamptz not null,
    constraint "PK_proof_picture" primary key (id),
    constraint proof_picture_parcel foreign key (parcel_number) references postal.parcel (number),
    constraint proof_picture_kind check (kind in ('photo', 'signature'))
  )`,
  `create unique index proof_picture_once on postal.proof_picture (parcel_number, kind, content_hash)`,
  `create index proof_picture_content on postal.proof_picture (content_hash)`,
  `create table postal.proof (
    scan_id uuid not null,
    parcel_number text not null,
    kind text not null,
    delivery_place text not null,
    latitude double precision,
    longitude double precision,
    accuracy_meters int,
    distance_meters int,
    picture_id uuid,
    courier_id uuid not null,
    office_id uuid not null,
    delivered_at timestamptz not null,
    constraint "PK_proof" primary key (scan_id),
    constraint proof_parcel foreign key (parcel_number) references postal.parcel (number),
    constraint proof_picture foreign key (picture_id) references postal.proof_picture (id),
    constraint proof_office foreign key (office_id) references postal.office (id),
    constraint proof_kind check (kind in ('code', 'photo', 'signature') and (kind = 'code') = (picture_id is null)),
    constraint proof_point check ((latitude is null) = (longitude is null) and (kind <> 'photo' or latitude is not null)),
    constraint proof_place check (delivery_place in ('address', 'shared_box', 'pickup_point', 'service_point', 'other_as_requested'))
  )`,
  `create index proof_of_parcel on postal.proof (parcel_number)`,
  `create index proof_of_courier on postal.proof (courier_id, delivered_at)`,
  `create trigger proof_append_only before update or delete on postal.proof for each row execute function postal.refuse_change()`,
  `create table postal.delivery_review (
    id uuid not null,
    parcel_number text not null,
    operator_id uuid not null,
    office_id uuid not null,
    courier_id uuid not null,
    patterns text[] not null,
    measures jsonb not null,
    delivered_at timestamptz not null,
    state text not null,
    opened_at timestamptz not null,
    dispute_until timestamptz not null,
    disputed_at timestamptz,
    dispute text,
    decided_at timestamptz,
    decided_by uuid,
    note text,
    constraint "PK_delivery_review" primary key (id),
    constraint delivery_review_parcel foreign key (parcel_number) references postal.parcel (number),
    constraint delivery_review_operator foreign key (operator_id) references postal.operator (id),
    constraint delivery_review_office foreign key (office_id) references postal.office (id),
    constraint delivery_review_state check (state in ('open', 'upheld', 'dismissed')),
    constraint delivery_review_decided check ((state = 'open') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
    constraint delivery_review_disputed check ((disputed_at is null) = (dispute is null)),
    constraint delivery_review_why check (cardinality(patterns) > 0 or disputed_at is not null),
    constraint delivery_review_other_person check (decided_by <> courier_id)
  )`,
  `create index delivery_review_queue on postal.delivery_review (operator_id, state, opened_at)`,
];

const GRANTS = [
  `grant select on postal.failure_reason, postal.delivery_norm to choxa_postal`,
  `grant select, insert on postal.proof_picture, postal.proof to choxa_postal`,
  `grant select, insert, update on postal.delivery_review to choxa_postal`,
];
