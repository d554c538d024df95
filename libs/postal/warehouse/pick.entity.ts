import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ParcelEntity } from '../parcels/parcel.entity.js';

export const PICK_STATES = ['open', 'packed', 'put_back'] as const;
export type PickState = (typeof PICK_STATES)[number];

/** A parcel that is packed from the goods its sender has handed over. */
@Entity({ schema: 'postal', name: 'pick' })
@Index('pick_of_parcel', ['parcelNumber'], { unique: true, where: `state <> 'put_back'` })
@Check('pick_state', `state in ('open', 'packed', 'put_back')`)
@Check('pick_ended', `(state = 'open') = (ended_at is null)`)
export class PickEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_pick' })
  id: string;

  @ForeignKey(() => ParcelEntity, { name: 'pick_parcel' })
  @Column('text', { name: 'parcel_number' })
  parcelNumber: string;

  @Column('text')
  state: PickState;

  @Column('uuid', { name: 'started_by' })
  startedBy: string;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;
}
