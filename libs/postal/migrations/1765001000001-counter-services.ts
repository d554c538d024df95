import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Public services served at counters (indicator 14): which kinds are counted, and what was served. Nothing says who was served. */
export class CounterServices1765001000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const STATEMENTS = [
  `create table postal.counter_service_kind (
     code text not null,
     name_vi text not null,
     name_en text not null,
     valid_from date not null,
     valid_to date,
     basis text not null,
     constraint "PK_counter_service_kind" primary key (code, valid_from),
     constraint counter_service_kind_code check (code ~ '^[a-z_]{2,40}$'),
     constraint counter_service_kind_validity check (valid_to is null or valid_to > valid_from)
   )`,
  `insert into postal.counter_service_kind (code, name_vi, name_en, valid_from, basis) values
     ('file_received', 'Nhận hồ sơ thủ tục hành chính', 'Files for an authority received', '2024-05-02', 'Quyết định 689/QĐ-BTTTT ngày 2/5/2024, chỉ tiêu 14'),
     ('result_returned', 'Trả kết quả thủ tục hành chính', 'Results of an authority handed out', '2024-05-02', 'Quyết định 689/QĐ-BTTTT ngày 2/5/2024, chỉ tiêu 14'),
     ('online_help', 'Giúp nộp hồ sơ trực tuyến', 'Help with a file submitted online', '2024-05-02', 'Quyết định 689/QĐ-BTTTT ngày 2/5/2024, chỉ tiêu 14'),
     ('fee_collected', 'Thu hộ phí, lệ phí', 'Fees collected for an authority', '2024-05-02', 'Quyết định 689/QĐ-BTTTT ngày 2/5/2024, chỉ tiêu 14')`,
  `create table postal.counter_service (
     id uuid not null,
     office_id uuid not null,
     kind text not null,
     day date not null,
     count int not null,
     corrects uuid,
     reason text,
     recorded_by uuid not null,
     recorded_at timestamptz not null,
     constraint "PK_counter_service" primary key (id),
     constraint counter_service_office foreign key (office_id) references postal.office (id),
     constraint counter_service_corrected foreign key (corrects) references postal.counter_service (id),
     constraint counter_service_count check (count <> 0 and (count > 0 or corrects is not null)),
     constraint counter_service_reason check ((corrects is null) = (reason is null))
   )`,
  'create index counter_service_of_office on postal.counter_service (office_id, day)',
  'create index counter_service_corrections on postal.counter_service (corrects) where corrects is not null',
  `create trigger counter_service_append_only before update or delete on postal.counter_service
     for each row execute function postal.refuse_change()`,
  'grant select on postal.counter_service_kind to choxa_postal',
  'grant select, insert on postal.counter_service to choxa_postal',
];
