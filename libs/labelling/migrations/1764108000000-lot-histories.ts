import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lots are made from, pictures of their steps, steps declared wrong, and recalls. */
export class LotHistories1764108000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table labelling.trace_event
        drop constraint trace_event_step,
        add constraint trace_event_step
          check (step in ('growing', 'harvesting', 'processing', 'packing', 'shipping', 'arriving', 'receiving')),
        add column captured_id text,
        add column captured jsonb,
        add constraint trace_event_captured check ((captured_id is null) = (captured is null))`);
    await runner.query(
      `create unique index trace_event_captured_once on labelling.trace_event (captured_id, lot_id) where captured_id is not null`,
    );
    await runner.query(`
      create table labelling.lot_input (
        id uuid not null,
        lot_id uuid not null,
        input_lot_id uuid not null,
        quantity int,
        declared_at timestamptz not null,
        declared_by uuid not null,
        withdrawn_at timestamptz,
        withdrawn_by uuid,
        constraint "PK_lot_input" primary key (id),
        constraint lot_input_lot_fk foreign key (lot_id) references labelling.lot (id),
        constraint lot_input_from_fk foreign key (input_lot_id) references labelling.lot (id),
        constraint lot_input_other check (lot_id <> input_lot_id),
        constraint lot_input_quantity check (quantity > 0),
        constraint lot_input_withdrawn check ((withdrawn_at is null) = (withdrawn_by is null))
      )`);
    await runner.query(`create unique index lot_input_once on labelling.lot_input (lot_id, input_lot_id) where withdrawn_at is null`);
    await runner.query(`create index lot_input_from on labelling.lot_input (input_lot_id)`);
    await runner.query(`
      create table labelling.event_correction (
        event_id uuid not null,
        reason text not null,
        note text not null,
        corrective_event_ids text[] not null,
        declared_at timestamptz not null,
        declared_by uuid not null,
        constraint "PK_event_correction" primary key (event_id),
        constraint event_correction_event_fk foreign key (event_id) references labelling.trace_event (id),
        constraint event_correction_reason check (reason in ('did_not_occur', 'incorrect_data'))
      )`);
    await runner.query(`
      create trigger event_correction_append_only before update or delete or truncate on labelling.event_correction
      for each statement execute function labelling.refuse_change()`);
    await runner.query(`
      create table labelling.evidence_picture (
        id uuid not null,
        lot_id uuid not null,
        event_id uuid,
        key text not null,
        width int not null,
        height int not null,
        added_at timestamptz not null,
        added_by uuid not null,
        constraint "PK_evidence_picture" primary key (id),
        constraint evidence_picture_lot_fk foreign key (lot_id) references labelling.lot (id),
        constraint evidence_picture_event_fk foreign key (event_id) references labelling.trace_event (id)
      )`);
    await runner.query(`create unique index evidence_picture_once on labelling.evidence_picture (lot_id, key)`);
    await runner.query(`
      create table labelling.lot_recall (
        id uuid not null,
        lot_id uuid not null,
        pack_id uuid not null,
        province_code text,
        scope text not null,
        reason text not null,
        note text not null,
        recalled_at timestamptz not null,
        recalled_by uuid not null,
        recalled_as text not null,
        ended_at timestamptz,
        ended_by uuid,
        end_note text,
        constraint "PK_lot_recall" primary key (id),
        constraint lot_recall_lot_fk foreign key (lot_id) references labelling.lot (id),
        constraint lot_recall_scope check (scope in ('lot', 'pack')),
        constraint lot_recall_reason check (reason in ('contamination', 'allergen', 'spoiled', 'wrong_label', 'other')),
        constraint lot_recall_as check (recalled_as in ('household', 'official')),
        constraint lot_recall_ended
          check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (end_note is null) and ended_at >= recalled_at)
      )`);
    await runner.query(`create unique index lot_recall_running on labelling.lot_recall (lot_id) where ended_at is null`);
    await runner.query(`create index lot_recall_pack on labelling.lot_recall (pack_id)`);
    await runner.query(`create index lot_recall_newest on labelling.lot_recall (recalled_at, id)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
