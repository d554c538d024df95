import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A share that fell by more than its threshold against the quarter before, as both were when it was noticed. */
@Entity({ schema: 'audit', name: 'fall_alert' })
@Check('fall_alert_place_kind', `place_kind in ('nation', 'province')`)
@Check('fall_alert_fell', 'fell_hundredths > threshold_hundredths')
export class FallAlertEntity {
  /** `2026-Q3`: the quarter that is lower. */
  @PrimaryColumn('text')
  period: string;

  @PrimaryColumn('int')
  indicator: number;

  @PrimaryColumn('text', { name: 'place_kind' })
  placeKind: 'nation' | 'province';

  /** `VN` for the nation. */
  @PrimaryColumn('text', { name: 'place_code' })
  placeCode: string;

  @Column('bigint', { name: 'numerator_before' })
  numeratorBefore: number;

  @Column('bigint', { name: 'denominator_before' })
  denominatorBefore: number;

  @Column('bigint')
  numerator: number;

  @Column('bigint')
  denominator: number;

  /** Hundredths of a percentage point. */
  @Column('int', { name: 'fell_hundredths' })
  fellHundredths: number;

  @Column('int', { name: 'threshold_hundredths' })
  thresholdHundredths: number;

  @Column('timestamptz', { name: 'raised_at' })
  raisedAt: Date;
}
