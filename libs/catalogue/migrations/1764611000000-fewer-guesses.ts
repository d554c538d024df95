import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Guesses cost no more in a large catalogue than in a small one: 300 packs at most, and very like names are looked for before less like ones. */
export class FewerGuesses1764611000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(NEAR_PACKS);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const NEAR_PACKS = `
  create or replace function catalogue.near_packs(typed text[], groups text[], query text, must text) returns table (pack_id uuid, likeness real)
  language plpgsql stable rows 100 set pg_trgm.word_similarity_threshold = 0.4 as $$
  #variable_conflict use_column
  declare
    one_slip text;
    least_like text;
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
        from (select pack_id, name_folded from catalogue.listing where published and words @@ one_slip::tsquery limit 300) found;
    if found then return; end if;
    foreach least_like in array array['0.6', '0.4'] loop
      perform set_config('pg_trgm.word_similarity_threshold', least_like, true);
      return query
        select best.pack_id, best.likeness
          from (select near.pack_id, near.likeness, max(near.likeness) over () as most
                  from (select pack_id, words, public.word_similarity(query, name_folded) as likeness
                          from catalogue.listing where published and query operator(public.<%) name_folded
                           and (must is null or words @@ must::tsquery) limit 300) near) best
         where best.likeness >= best.most - 0.15;
      if found then return; end if;
    end loop;
  end $$`;
