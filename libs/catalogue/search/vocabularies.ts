import { Injectable } from '@nestjs/common';
import { Places } from '@choxa/places';
import { Database, sql } from '@choxa/platform';
import { SeasonTable, type Season } from './seasons.rules.js';
import { vocabularyOf, type SynonymTerm, type Vocabulary } from './vocabulary.js';

/** Synonyms, names of areas and seasons, read once per process and kept in memory. */
@Injectable()
export class Vocabularies {
  private words: Promise<Vocabulary> | undefined;
  private seasonTable: Promise<SeasonTable> | undefined;

  constructor(
    private readonly db: Database,
    private readonly places: Places,
  ) {}

  /** What search knows of words. */
  async vocabulary(): Promise<Vocabulary> {
    this.words ??= this.readWords();
    this.words.catch(() => (this.words = undefined));
    return this.words;
  }

  async seasons(): Promise<SeasonTable> {
    this.seasonTable ??= sql<Season>(this.db.read, SEASONS).then((seasons) => new SeasonTable(seasons));
    this.seasonTable.catch(() => (this.seasonTable = undefined));
    return this.seasonTable;
  }

  private async readWords(): Promise<Vocabulary> {
    return vocabularyOf(await sql<SynonymTerm>(this.db.read, SYNONYMS), this.places.areas());
  }
}

export const SYNONYMS = 'select group_code as "groupCode", term, asked, named from catalogue.synonym order by group_code, term';
const SEASONS = 'select set_code as "setCode", term, first_month as "firstMonth", last_month as "lastMonth" from catalogue.season';
