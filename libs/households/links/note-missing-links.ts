import { Database, Every, sql } from '@choxa/platform';
import { NoteLinks } from './note-links.js';

/** Households looked at in one go; the rest comes with the next. */
const AT_ONCE = 500;

/** Households that were there before links were noted. */
@Every(600)
export class NoteMissingLinks {
  constructor(
    private readonly db: Database,
    private readonly noteLinks: NoteLinks,
  ) {}

  async run(): Promise<void> {
    const without = await sql<{ id: string }>(
      this.db.read,
      `select id from households.household
        where (phone is not null or (street is not null and commune_code is not null)
               or exists (select from households.member where household_id = household.id))
          and not exists (select from households.household_link link where link.household_id = household.id)
        order by id limit ${AT_ONCE}`,
    );
    for (const { id } of without) await this.db.transaction((tx) => this.noteLinks.run(tx, id));
  }
}
