import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `create table postal.device (
    id uuid not null,
    account_id uuid not null,
    office_id uuid not null,
    name text not null,
    key_hash text not null,
    pin_salt bytea not null,
    pin_hash bytea not null,
    pin_tries int not null default 0,
    unlocked_until timestamptz,
    clock_offset_ms int,
    seen_at timestamptz,
    registered_at timestamptz not null,
    revoked_at timestamptz,
    revoked_by uuid,
    constraint "PK_device" primary key (id),
    constraint device_office foreign key (office_id) references postal.office (id),
    constraint device_key_unique unique (key_hash),
    constraint device_tries check (pin_tries between 0 and 5),
    constraint device_revoked check ((revoked_at is null) = (revoked_by is null))
  )`,
  `create index device_of_account on postal.device (account_id)`,
  `create index device_of_office on postal.device (office_id)`,
  `grant select, insert on postal.device to choxa_postal`,
  `grant update (pin_tries, unlocked_until, clock_offset_ms, seen_at, revoked_at, revoked_by) on postal.device to choxa_postal`,

  `alter table postal.scan add column clock_offset_ms int not null default 0`,

  `create table postal.scan_correction (
    id uuid not null,
    scan_id uuid not null,
    parcel_number text not null,
    reason text not null,
    second_person boolean not null,
    declared_by uuid not null,
    declared_at timestamptz not null,
    confirmed_by uuid,
    confirmed_at timestamptz,
    refused_by uuid,
    refused_at timestamptz,
    constraint "PK_scan_correction" primary key (id),
    constraint scan_correction_scan foreign key (scan_id) references postal.scan_id (id),
    constraint scan_correction_parcel foreign key (parcel_number) references postal.parcel (number),
    constraint scan_correction_confirmed check ((confirmed_at is null) = (confirmed_by is null)),
    constraint scan_correction_refused check ((refused_at is null) = (refused_by is null)),
    constraint scan_correction_one_answer check (confirmed_at is null or refused_at is null),
    constraint scan_correction_second_person check (not second_person or confirmed_by is null or confirmed_by <> declared_by)
  )`,
  `create unique index scan_correction_standing on postal.scan_correction (scan_id) where refused_at is null`,
  `create index scan_correction_of_parcel on postal.scan_correction (parcel_number)`,
  `create index scan_correction_waiting on postal.scan_correction (declared_at) where confirmed_at is null and refused_at is null`,
  `grant select, insert on postal.scan_correction to choxa_postal`,
  `grant update (confirmed_by, confirmed_at, refused_by, refused_at) on postal.scan_correction to choxa_postal`,
];

/** Devices that scan, each bound to a person; and declarations that a scan was wrong. */
export class DevicesAndCorrections1764702000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
