import type { MigrationInterface, QueryRunner } from 'typeorm';
import { initialList } from '../list/initial-list.js';
import { readPublishedList } from '../list/published-list.js';

export class Places1763700100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table places.province (
        code text not null,
        valid_from date not null,
        name text not null,
        kind text not null,
        valid_to date,
        basis text not null,
        constraint "PK_province" primary key (code, valid_from),
        constraint province_code check (code ~ '^[0-9]{2}$'),
        constraint province_kind check (kind in ('tinh', 'thanh_pho')),
        constraint province_days check (valid_to > valid_from)
      )`);
    await runner.query(`create unique index province_current on places.province (code) where valid_to is null`);
    await runner.query(`
      create table places.commune (
        code text not null,
        valid_from date not null,
        name text not null,
        kind text not null,
        province_code text not null,
        valid_to date,
        basis text not null,
        constraint "PK_commune" primary key (code, valid_from),
        constraint commune_code check (code ~ '^[0-9]{5}$'),
        constraint commune_kind check (kind in ('xa', 'phuong', 'dac_khu')),
        constraint commune_days check (valid_to > valid_from)
      )`);
    await runner.query(`create unique index commune_current on places.commune (code) where valid_to is null`);
    await runner.query(`create index commune_province on places.commune (province_code)`);
    await runner.query(`
      create table places.former_unit (
        id serial not null,
        former_code text,
        commune_name text not null,
        district_name text not null,
        province_name text not null,
        commune_code text not null,
        valid_to date not null,
        basis text not null,
        constraint "PK_former_unit" primary key (id),
        constraint former_unit_code check (former_code ~ '^[0-9]{5}$'),
        constraint former_unit_commune_code check (commune_code ~ '^[0-9]{5}$')
      )`);
    await runner.query(
      `create unique index former_unit_pair on places.former_unit (province_name, district_name, commune_name, commune_code)`,
    );
    await runner.query(`create index former_unit_place on places.former_unit (commune_code)`);
    await runner.query(`
      create table places.former_district (
        id serial not null,
        province_name text not null,
        district_name text not null,
        successor_name text not null,
        valid_to date not null,
        basis text not null,
        constraint "PK_former_district" primary key (id)
      )`);
    await runner.query(`create unique index former_district_pair on places.former_district (province_name, district_name, successor_name)`);
    await this.load(runner);
  }

  /** One statement per table: 14,000 rows in well under a second. */
  private async load(runner: QueryRunner): Promise<void> {
    const list = initialList(await readPublishedList());
    await insert(runner, 'places.province', list.provinces, {
      code: 'text',
      name: 'text',
      kind: 'text',
      validFrom: 'date',
      validTo: 'date',
      basis: 'text',
    });
    await insert(runner, 'places.commune', list.communes, {
      code: 'text',
      name: 'text',
      kind: 'text',
      provinceCode: 'text',
      validFrom: 'date',
      validTo: 'date',
      basis: 'text',
    });
    await insert(runner, 'places.former_unit', list.formerUnits, {
      formerCode: 'text',
      communeName: 'text',
      districtName: 'text',
      provinceName: 'text',
      communeCode: 'text',
      validTo: 'date',
      basis: 'text',
    });
    await insert(runner, 'places.former_district', list.formerDistricts, {
      provinceName: 'text',
      districtName: 'text',
      successorName: 'text',
      validTo: 'date',
      basis: 'text',
    });
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

async function insert<Row extends object>(
  runner: QueryRunner,
  table: string,
  rows: readonly Row[],
  columns: Record<keyof Row & string, 'text' | 'date'>,
): Promise<void> {
  const fields = Object.keys(columns) as (keyof Row & string)[];
  const names = fields.map((field) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)).join(', ');
  const arrays = fields.map((field, at) => `$${at + 1}::${columns[field]}[]`).join(', ');
  await runner.query(
    `insert into ${table} (${names}) select * from unnest(${arrays})`,
    fields.map((field) => rows.map((row) => row[field])),
  );
}
