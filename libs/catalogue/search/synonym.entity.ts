import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A word or phrase of a group that means one thing to shoppers (`chè`, `trà`). A group of one term keeps the words of another group from being
 * found inside it (`sắn dây` is no `sắn`). After a change the listings must be made anew: raise `LISTING_SHAPE`.
 */
@Entity({ schema: 'catalogue', name: 'synonym' })
@Check('synonym_language', `language in ('vi', 'en')`)
@Check('synonym_used', 'asked or named')
export class SynonymEntity {
  @PrimaryColumn('text', { name: 'group_code' })
  groupCode: string;

  /** With its accents. */
  @PrimaryColumn('text')
  term: string;

  @Column('text')
  language: string;

  /** Who types it is shown the group. */
  @Column('boolean')
  asked: boolean;

  /** A product whose name has it belongs to the group. False for words of many meanings (`thơm`). */
  @Column('boolean')
  named: boolean;
}
