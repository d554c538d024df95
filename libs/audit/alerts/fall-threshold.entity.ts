import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** By how much a share may fall from one quarter to the next before its officials are told. Dated rows: a change is a row more. */
@Entity({ schema: 'audit', name: 'fall_threshold' })
@Check('fall_threshold_points', 'hundredths > 0')
@Check('fall_threshold_days', 'valid_to is null or valid_from < valid_to')
export class FallThresholdEntity {
  /** Number of the indicator. */
  @PrimaryColumn('int')
  indicator: number;

  /** First day of quarters it holds for, and the first day it no longer does. */
  @PrimaryColumn('date', { name: 'valid_from' })
  validFrom: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  /** Hundredths of a percentage point: 200 are two points. */
  @Column('int')
  hundredths: number;

  @Column('text')
  basis: string;
}
