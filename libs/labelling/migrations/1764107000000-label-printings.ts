import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who printed how many labels of which lot. */
export class LabelPrintings1764107000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table labelling.label_printing (
        id uuid not null,
        household_id uuid not null,
        format text not null,
        labels int not null,
        printed_at timestamptz not null,
        printed_by uuid not null,
        printed_by_name text not null,
        constraint "PK_label_printing" primary key (id),
        constraint label_printing_format check (format in ('roll-50x30', 'roll-100x50', 'a4')),
        constraint label_printing_labels check (labels between 1 and 10000)
      )`);
    await runner.query(`create index label_printing_by on labelling.label_printing (printed_by, printed_at)`);
    await runner.query(`
      create table labelling.label_printing_line (
        printing_id uuid not null,
        position int not null,
        pack_id uuid not null,
        lot_id uuid,
        number text not null,
        copies int not null,
        constraint "PK_label_printing_line" primary key (printing_id, position),
        constraint label_printing_line_printing_fk foreign key (printing_id) references labelling.label_printing (id),
        constraint label_printing_line_lot_fk foreign key (lot_id) references labelling.lot (id),
        constraint label_printing_line_copies check (copies > 0),
        constraint label_printing_line_number check (number ~ '^[0-9]{14}$')
      )`);
    await runner.query(`create index label_printing_line_pack on labelling.label_printing_line (pack_id)`);
    for (const table of ['label_printing', 'label_printing_line'])
      await runner.query(`
        create trigger ${table}_append_only before update or delete or truncate on labelling.${table}
        for each statement execute function labelling.refuse_change()`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
