import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Holidays1764104000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.holiday (
        day date not null,
        name text not null,
        basis text not null,
        constraint "PK_holiday" primary key (day)
      )`);
    await runner.query(
      `insert into platform.holiday (day, name, basis)
       select day::date, name, basis from unnest($1::text[], $2::text[], $3::text[]) as given (day, name, basis)`,
      [HOLIDAYS.map(([day]) => day), HOLIDAYS.map(([, name]) => name), HOLIDAYS.map(([, , basis]) => basis)],
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const LABOUR_CODE = 'Bộ luật Lao động 2019, Điều 112';
const BY_CALENDAR = `${LABOUR_CODE}; ngày nghỉ Tết tính theo lịch, chờ thông báo hằng năm`;

const HOLIDAYS: readonly (readonly [day: string, name: string, basis: string])[] = [
  ['2026-09-01', 'Quốc khánh', LABOUR_CODE],
  ['2026-09-02', 'Quốc khánh', LABOUR_CODE],
  ['2027-01-01', 'Tết Dương lịch', LABOUR_CODE],
  ['2027-02-05', 'Tết Nguyên đán', BY_CALENDAR],
  ['2027-02-08', 'Tết Nguyên đán', BY_CALENDAR],
  ['2027-02-09', 'Tết Nguyên đán', BY_CALENDAR],
  ['2027-02-10', 'Tết Nguyên đán, nghỉ bù', BY_CALENDAR],
  ['2027-02-11', 'Tết Nguyên đán, nghỉ bù', BY_CALENDAR],
  ['2027-04-16', 'Giỗ Tổ Hùng Vương', LABOUR_CODE],
  ['2027-04-30', 'Ngày Chiến thắng', LABOUR_CODE],
  ['2027-05-03', 'Quốc tế Lao động, nghỉ bù', LABOUR_CODE],
  ['2027-09-02', 'Quốc khánh', LABOUR_CODE],
  ['2027-09-03', 'Quốc khánh', LABOUR_CODE],
];
