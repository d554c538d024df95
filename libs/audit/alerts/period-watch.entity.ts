import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A quarter whose cut-off has passed was looked at: its officials were told that it can be closed and which shares fell. Once. */
@Entity({ schema: 'audit', name: 'period_watch' })
export class PeriodWatchEntity {
  @PrimaryColumn('text')
  period: string;

  @Column('timestamptz', { name: 'watched_at' })
  watchedAt: Date;
}
