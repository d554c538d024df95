import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Synonyms, and what listings are found by beside their own words; a guess at a slip respects both. */
export class SearchVocabulary1764601000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
    await runner.query(
      `insert into catalogue.synonym (group_code, term, language, asked, named)
       select * from jsonb_to_recordset($1::jsonb) as row (group_code text, term text, language text, asked boolean, named boolean)`,
      [JSON.stringify(GROUPS.flatMap(termsOf))],
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const STATEMENTS = [
  `create table catalogue.synonym (
    group_code text not null,
    term text not null,
    language text not null,
    asked boolean not null,
    named boolean not null,
    constraint "PK_synonym" primary key (group_code, term),
    constraint synonym_language check (language in ('vi', 'en')),
    constraint synonym_used check (asked or named)
  )`,
  `alter table catalogue.listing
    add column marks text not null default '',
    add column commune_name text,
    add column shape int not null default 0`,
  'drop function catalogue.near_packs(text)',
  // As before, but a slip replaces one word of `typed` and leaves the other groups as they are; areas (`must`) bind every guess.
  `create function catalogue.near_packs(typed text[], groups text[], query text, must text) returns table (pack_id uuid, likeness real)
  language plpgsql stable rows 100 set pg_trgm.word_similarity_threshold = 0.4 as $$
  #variable_conflict use_column
  declare
    one_slip text;
  begin
    select string_agg(variant, ' | ') into one_slip
      from (select '(' || string_agg(case when other.n = slip.n then near.words else other.words end, ' & ') || ')' as variant
              from unnest(typed) with ordinality as slip (word, n)
              cross join lateral catalogue.near_words(slip.word) as near (words)
              cross join unnest(groups) with ordinality as other (words, n)
             where slip.word is not null and near.words is not null
             group by slip.n) variants;
    return query
      select found.pack_id, public.word_similarity(query, found.name_folded)
        from (select pack_id, name_folded from catalogue.listing where published and words @@ one_slip::tsquery limit 2000) found;
    if found then return; end if;
    return query
      select best.pack_id, best.likeness
        from (select near.pack_id, near.likeness, max(near.likeness) over () as most
                from (select pack_id, words, public.word_similarity(query, name_folded) as likeness
                        from catalogue.listing where published and query operator(public.<%) name_folded offset 0) near
               where must is null or near.words @@ must::tsquery) best
       where best.likeness >= best.most - 0.15
       order by 2 desc, 1 limit 2000;
  end $$`,
];

interface Group {
  /** Of the same meaning, in questions and in names. */
  same: string;
  /** Typed for it, but of more meanings in names. */
  asked?: string;
  /** In names only. */
  named?: string;
  /** English words for it, in questions. */
  english?: string;
}

// A group of one term only keeps that term from being taken for another group's word inside it.
const GROUPS: [code: string, group: Group][] = [
  ['tra', { same: 'chè|trà|danh trà', english: 'tea' }],
  ['che-lam', { same: 'chè lam' }],
  ['che-dau', { same: 'chè đậu|chè đậu đen|chè đậu xanh' }],
  ['tra-sua', { same: 'trà sữa' }],
  ['ca-phe', { same: 'cà phê|cafe|café|cà fê|coffee' }],
  ['ca-cao', { same: 'ca cao|cacao|cocoa' }],
  ['ngo', { same: 'ngô|bắp', english: 'corn|maize' }],
  ['bap-cai', { same: 'bắp cải' }],
  ['lon', { same: 'lợn|heo', english: 'pork' }],
  [
    'lac',
    {
      same: 'lạc|đậu phộng|đậu phụng',
      named: 'dầu lạc|dầu phộng|dầu phụng|dầu đậu phộng|dầu đậu phụng',
      english: 'peanut|peanuts',
    },
  ],
  ['dau-lac', { same: 'dầu lạc|dầu phộng|dầu phụng|dầu đậu phộng|dầu đậu phụng', english: 'peanut oil' }],
  ['san', { same: 'sắn|khoai mì', english: 'cassava' }],
  ['san-day', { same: 'sắn dây|bột sắn dây' }],
  ['dua-qua', { same: 'dứa|khóm', asked: 'thơm', english: 'pineapple' }],
  ['la-dua', { same: 'lá dứa|lá nếp' }],
  ['vung', { same: 'mè|vừng', english: 'sesame' }],
  ['ca-me', { same: 'cá mè|cá mè vinh' }],
  ['mi', { same: 'mì|mỳ', english: 'noodles|noodle' }],
  ['lap-xuong', { same: 'lạp xưởng|lạp sườn|lạp xường|lạp xưỡng' }],
  ['gio-lua', { same: 'giò lụa|chả lụa' }],
  ['ruoc', { same: 'ruốc|chà bông' }],
  ['mam-ruoc', { same: 'mắm ruốc|nước mắm ruốc' }],
  ['gao-lut', { same: 'gạo lứt|gạo lức' }],
  ['ca-ran', { same: 'cá sặc|cá sặc rằn|cá bổi' }],
  ['ca-that-lat', { same: 'cá thát lát|chả thát lát' }],
  ['banh-trang', { same: 'bánh tráng|bánh đa' }],
  ['hat-dieu', { same: 'hạt điều|điều rang|điều nhân|điều', english: 'cashew|cashews' }],
  ['mac-ca', { same: 'mắc ca|macca', english: 'macadamia' }],
  ['mang-cau', { same: 'mãng cầu|na|mãng cầu xiêm', english: 'soursop' }],
  ['vai', { same: 'vải thiều|vải sớm|vải u hồng', asked: 'quả vải|trái vải', english: 'lychee' }],
  ['hong-xiem', { same: 'hồng xiêm|sa pô chê|sapoche' }],
  ['roi', { same: 'quả roi|trái mận' }],
  ['quat', { same: 'quất|quả tắc|trái tắc' }],
  ['tieu', { same: 'tiêu|hồ tiêu|hạt tiêu', english: 'pepper' }],
  ['khoai-lang', { same: 'khoai lang', english: 'sweet potato' }],
  ['dong-trung', { same: 'đông trùng hạ thảo|đông trùng', english: 'cordyceps' }],
  ['yen', { same: 'yến sào|tổ yến|yến chưng|yến tinh chế', english: 'bird nest|swiftlet' }],
  ['mat-ong', { same: 'mật ong', english: 'honey' }],
  ['nuoc-mam', { same: 'nước mắm', english: 'fish sauce' }],
  ['gao', { same: 'gạo', english: 'rice' }],
  ['tinh-dau', { same: 'tinh dầu', english: 'essential oil' }],
  ['muoi', { same: 'muối', english: 'salt' }],
  ['dua', { same: 'dừa', english: 'coconut' }],
  ['dua-sap', { same: 'dừa sáp' }],
  ['toi', { same: 'tỏi', english: 'garlic' }],
  ['ruou', { same: 'rượu', english: 'wine|liquor' }],
  ['buoi', { same: 'bưởi', english: 'pomelo|grapefruit' }],
  ['tom', { same: 'tôm', english: 'shrimp|prawn' }],
  ['nam', { same: 'nấm', english: 'mushroom|mushrooms' }],
  ['nghe', { same: 'tinh bột nghệ|bột nghệ|nghệ', english: 'turmeric' }],
  [
    'qua-tet',
    {
      same: 'quà tết|quà biếu|giỏ quà|hộp quà|set quà',
      asked: 'qua tet|quà tặng|quà',
      named: 'mứt|hạt điều|yến chưng|rượu vang|bánh đậu xanh',
      english: 'gift|tet gift',
    },
  ],
];

function termsOf([code, { same, asked, named, english }]: (typeof GROUPS)[number]): object[] {
  const terms = (text: string | undefined, language: string, use: { asked: boolean; named: boolean }): object[] =>
    (text?.split('|') ?? []).map((term) => ({ group_code: code, term, language, ...use }));
  return [
    ...terms(same, 'vi', { asked: true, named: true }),
    ...terms(asked, 'vi', { asked: true, named: false }),
    ...terms(named, 'vi', { asked: false, named: true }),
    ...terms(english, 'en', { asked: true, named: false }),
  ];
}
