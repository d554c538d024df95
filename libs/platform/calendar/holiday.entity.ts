import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A day off work by law, besides Saturdays and Sundays. The government announces the days of Tết and the swapped ones each year: rows, not code. */
@Entity({ schema: 'platform', name: 'holiday' })
export class HolidayEntity {
  @PrimaryColumn('date')
  day: string;

  @Column('text')
  name: string;

  /** The law or announcement it rests on. */
  @Column('text')
  basis: string;
}
