import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The months in which something fresh is harvested: products of a set whose name has the word are in season then. */
@Entity({ schema: 'catalogue', name: 'season' })
@Check('season_months', 'first_month between 1 and 12 and last_month between 1 and 12')
export class SeasonEntity {
  @PrimaryColumn('text', { name: 'set_code' })
  setCode: string;

  /** Word or phrase of the name, with its accents. */
  @PrimaryColumn('text')
  term: string;

  @PrimaryColumn('int', { name: 'first_month' })
  firstMonth: number;

  /** May lie before the first one: the season goes over the new year. */
  @Column('int', { name: 'last_month' })
  lastMonth: number;

  /** Where the months are from. */
  @Column('text')
  basis: string;
}
