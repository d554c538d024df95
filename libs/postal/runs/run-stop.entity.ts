import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ParcelEntity } from '../parcels/parcel.entity.js';
import { RunEntity } from './run.entity.js';

/** A parcel on a round, at its place in the sequence. */
@Entity({ schema: 'postal', name: 'run_stop' })
@Index('run_stop_once', ['parcelNumber'], { unique: true, where: 'open' })
@Check('run_stop_place', 'place >= 1')
export class RunStopEntity {
  @ForeignKey(() => RunEntity, { name: 'run_stop_run' })
  @PrimaryColumn('uuid', { name: 'run_id', primaryKeyConstraintName: 'PK_run_stop' })
  runId: string;

  @ForeignKey(() => ParcelEntity, { name: 'run_stop_parcel' })
  @PrimaryColumn('text', { name: 'parcel_number', primaryKeyConstraintName: 'PK_run_stop' })
  parcelNumber: string;

  /** From 1; the first is the next one to go to. */
  @Column('int')
  place: number;

  /** Until the round has ended: a parcel is on one round at a time. */
  @Column('boolean')
  open: boolean;
}
