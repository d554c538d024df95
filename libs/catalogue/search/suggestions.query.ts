import { Injectable } from '@nestjs/common';
import { Places } from '@choxa/places';
import { OCOP_SETS } from '@choxa/standards';
import { Database } from '@choxa/platform';
import { KeptAnswers } from './kept-answers.js';
import type { SuggestionDto } from './suggestions.dto.js';
import { beginsIn, pickSuggestions } from './suggestions.rules.js';
import { phrase, placeWords, wordsOf } from './words.rules.js';

const KEPT_MS = 30_000;
const MOST_KEPT = 2_000;
/** Words inside names are looked for from so many letters on: fewer begin half of all words. */
const SHORTEST_INSIDE = 3;
const LAST_LETTER = '\u{10ffff}';

interface Listed {
  name: string;
  householdName: string;
  householdSlug: string;
}

/** What somebody who has begun to type may mean: names of goods on sale, product sets, places that sell something, households. */
@Injectable()
export class Suggestions {
  private readonly kept = new KeptAnswers<SuggestionDto[]>(KEPT_MS, MOST_KEPT);

  constructor(
    private readonly db: Database,
    private readonly places: Places,
  ) {}

  /** At most eight, in `english` the sets by their English names. None for less than two letters. */
  async run(typed: string, english: boolean): Promise<SuggestionDto[]> {
    const words = wordsOf(typed);
    const folded = words.map((word) => word.folded);
    if (folded.join('').length < 2) return [];
    const spelled = words.some((word) => word.marked) ? words.map((word) => word.spelled) : null;
    return this.kept.of(JSON.stringify([folded, spelled, english]), () => this.find(typed, folded, spelled, english));
  }

  private async find(typed: string, folded: string[], spelled: string[] | null, english: boolean): Promise<SuggestionDto[]> {
    const [names, inside, places] = await Promise.all([this.byStart(folded, spelled), this.byWords(folded), this.soldAt(typed, folded)]);
    const sets = OCOP_SETS.filter(({ vi, en }) => beginsIn(english ? en : vi, folded));
    const households = inside.filter(({ householdName }) => beginsIn(householdName, folded));
    return pickSuggestions([
      ...names.map(({ name }) => suggestion('name', name)),
      ...inside.filter(({ name }) => beginsIn(name, folded)).map(({ name }) => suggestion('name', name)),
      ...sets.map(({ code, vi, en }) => suggestion('set', english ? en : vi, code)),
      ...places,
      ...households.map(({ householdName, householdSlug }) => suggestion('household', householdName, householdSlug)),
    ]);
  }

  /** Names that begin with what was typed; those spelt so first, then what is bought most. */
  private byStart(folded: string[], spelled: string[] | null): Promise<{ name: string }[]> {
    const start = phrase(folded).trimEnd();
    return this.db.rows('catalogue.suggest-names', BY_START, [start, start + LAST_LETTER, spelled ? phrase(spelled).trimEnd() : '']);
  }

  private async byWords(folded: string[]): Promise<Listed[]> {
    if (folded.join('').length < SHORTEST_INSIDE) return [];
    const words = folded.map((word, at) => `'${word}'${at === folded.length - 1 ? ':*' : ''}`).join(' & ');
    return this.db.rows('catalogue.suggest-words', BY_WORDS, [words]);
  }

  /** Provinces, then communes, that are called so and have something on sale. */
  private async soldAt(typed: string, folded: string[]): Promise<SuggestionDto[]> {
    const provinces = this.places.provinces().filter(({ name }) => beginsIn(placeWords(name).join(' '), folded));
    const communes = this.places.search(typed, { limit: 5 }).map(({ place }) => place);
    const sold = await this.db.rows<{ code: string }>('catalogue.suggest-places', SOLD_AT, [
      provinces.map(({ code }) => code),
      communes.map(({ code }) => code),
      communes.map(({ provinceCode }) => provinceCode),
    ]);
    const codes = new Set(sold.map(({ code }) => code));
    return [
      ...provinces.filter(({ code }) => codes.has(code)).map(({ code, name }) => suggestion('province', name, code)),
      ...communes
        .filter(({ code }) => codes.has(code))
        .map(({ code, name, provinceName, provinceCode }) => suggestion('commune', `${name}, ${provinceName}`, code, provinceCode)),
    ];
  }
}

function suggestion(
  kind: SuggestionDto['kind'],
  text: string,
  code: string | null = null,
  provinceCode: string | null = null,
): SuggestionDto {
  return { kind, text, code, provinceCode };
}

const BY_START = `
  select min(name) as name
    from (select name_folded, name, popularity, starts_with(exact, $3) as spelled from catalogue.listing
           where published and name_folded operator(pg_catalog.~>=~) $1 and name_folded operator(pg_catalog.~<~) $2 limit 300) found
   group by name_folded order by bool_or(spelled) desc, max(popularity) desc, name_folded limit 6`;

const BY_WORDS = `
  select name, household_name as "householdName", household_slug as "householdSlug"
    from (select name, household_name, household_slug, popularity, pack_id from catalogue.listing
           where published and words @@ $1::tsquery limit 200) found
   order by popularity desc, pack_id`;

const SOLD_AT = `
  select code from unnest($1::text[]) as code where exists (select from catalogue.listing where published and province_code = code)
  union all
  select code from unnest($2::text[], $3::text[]) as place (code, province)
   where exists (select from catalogue.listing where published and province_code = province and commune_code = code)`;
