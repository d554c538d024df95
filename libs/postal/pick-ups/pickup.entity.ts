import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { PICKUP_ANSWERS, type PickupAnswer, type PickupHalf } from '@choxa/postal-contract';
import { OfficeEntity } from '../offices/office.entity.js';

export const PICKUP_STATES = ['requested', ...PICKUP_ANSWERS] as const;
export type PickupState = 'requested' | PickupAnswer;

/** A sender asks an office to come for parcels. The address is copied as it was when asked. */
@Entity({ schema: 'postal', name: 'pickup' })
@Unique('pickup_once', ['pickupReference', 'officeId'])
@Index('pickup_of_office', ['officeId', 'day'])
@Check('pickup_half', `half in ('morning', 'afternoon')`)
@Check('pickup_state', `state in ('requested', 'accepted', 'declined')`)
@Check('pickup_answered', `(state = 'requested') = (answered_at is null) and (state = 'declined') = (reason is not null)`)
export class PickupEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_pickup' })
  id: string;

  /** The sender's own key. */
  @Column('text', { name: 'pickup_reference' })
  pickupReference: string;

  @ForeignKey(() => OfficeEntity, { name: 'pickup_office' })
  @Column('uuid', { name: 'office_id' })
  officeId: string;

  @Column('text', { name: 'sender_name' })
  senderName: string;

  @Column('text', { name: 'sender_phone' })
  senderPhone: string;

  @Column('text', { name: 'sender_street' })
  senderStreet: string;

  @Column('text', { name: 'sender_commune_name' })
  senderCommuneName: string;

  @Column('date')
  day: string;

  @Column('text')
  half: PickupHalf;

  /** Where the parcels lie, in the sender's words. */
  @Column('text', { nullable: true })
  note: string | null;

  @Column('text')
  state: PickupState;

  /** Why the office does not come. */
  @Column('text', { nullable: true })
  reason: string | null;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt: Date;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt: Date | null;
}
