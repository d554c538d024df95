import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Months of harvest of fresh goods; facets that count seasons, prices and communes; suggestions and numbers typed into the search. */
export class Seasons1764601000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
    await runner.query(
      `insert into catalogue.season (set_code, term, first_month, last_month, basis)
       select set_code, term, first_month, last_month, $2
         from jsonb_to_recordset($1::jsonb) as row (set_code text, term text, first_month int, last_month int)`,
      [JSON.stringify(SEASONS.map(([set_code, term, first_month, last_month]) => ({ set_code, term, first_month, last_month }))), BASIS],
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const STATEMENTS = [
  `create table catalogue.season (
    set_code text not null,
    term text not null,
    first_month int not null,
    last_month int not null,
    basis text not null,
    constraint "PK_season" primary key (set_code, term, first_month),
    constraint season_months check (first_month between 1 and 12 and last_month between 1 and 12)
  )`,
  'alter table catalogue.listing add column season_months int not null default 0',
  'drop index catalogue.listing_facets',
  `create index listing_facets on catalogue.listing (set_code, province_code)
     include (province_name, stars, stars_until, labelled, season_months, price_vnd) where published`,
  `create index listing_name_start on catalogue.listing (name_folded text_pattern_ops) where published`,
  `create index listing_barcode on catalogue.listing ((label #>> '{barcode,number}')) where label #>> '{barcode,number}' is not null`,
];

const BASIS = 'Tháng thu hoạch thường gặp của vùng trồng chính, chưa đối chiếu với lịch mùa vụ của từng tỉnh';

const SEASONS: [set: string, term: string, from: number, to: number][] = [
  ['1', 'vải', 5, 7],
  ['1', 'nhãn', 6, 9],
  ['1', 'thanh nhãn', 4, 8],
  ['1', 'xoài', 3, 7],
  ['1', 'sầu riêng', 4, 8],
  ['1', 'chôm chôm', 5, 8],
  ['1', 'măng cụt', 5, 8],
  ['1', 'mận', 5, 7],
  ['1', 'đào', 5, 7],
  ['1', 'lê', 7, 9],
  ['1', 'na', 7, 10],
  ['1', 'hồng', 9, 11],
  ['1', 'bưởi', 9, 1],
  ['1', 'cam', 10, 2],
  ['1', 'quýt', 10, 1],
  ['1', 'vú sữa', 11, 3],
  ['1', 'táo', 11, 3],
  ['1', 'dưa lưới', 1, 12],
  ['1', 'thanh long', 5, 9],
  ['1', 'bơ', 5, 9],
  ['1', 'dâu tây', 12, 4],
  ['1', 'hạt sen', 5, 8],
  ['1', 'nho', 1, 4],
  ['1', 'khoai lang', 11, 3],
  ['1', 'khoai tây', 12, 3],
  ['1', 'tỏi', 2, 4],
  ['1', 'su hào', 11, 3],
  ['1', 'bắp cải', 11, 3],
  ['1', 'măng', 5, 9],
  ['1', 'măng tây', 1, 12],
  ['2', 'cua', 8, 12],
  ['2', 'rươi', 10, 12],
  ['3', 'gạo nếp', 10, 12],
  ['3', 'lạc', 6, 8],
  ['23', 'đào', 1, 2],
  ['23', 'mai', 1, 2],
  ['23', 'cúc', 11, 2],
  ['24', 'quất', 12, 2],
  ['24', 'đào', 1, 2],
  ['24', 'mai', 1, 2],
];
