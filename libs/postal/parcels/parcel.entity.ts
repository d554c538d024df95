import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { DeliveryPlace } from '@choxa/standards';
import type { ClosingOutcome, ParcelState } from '@choxa/postal-contract';
import { OfficeEntity } from '../offices/office.entity.js';
import { OperatorEntity } from '../operators/operator.entity.js';

/**
 * One postal item. Addresses are copied as they were when it was announced; `state` and what lies beside it are copies of the fold
 * over its scans, kept for lists. `sender_reference` is the sender's own key: the post never looks into it. No index may hold what a scan
 * changes: its row is then written in place (`ParcelPlaceEntity` finds parcels by office).
 */
@Entity({ schema: 'postal', name: 'parcel' })
@Unique('parcel_sender_reference_unique', ['senderKey', 'senderReference'])
@Unique('parcel_rest_of_once', ['restOf'])
@Check('parcel_rest_without_cash', 'rest_of is null or cod_vnd = 0')
@Check('parcel_weight', 'weight_grams > 0 and (accepted_weight_grams is null or accepted_weight_grams > 0)')
@Check('parcel_volume', 'volume_cm3 > 0')
@Check('parcel_cod', 'cod_vnd >= 0')
@Check('parcel_deliver_to', `deliver_to in ('address', 'office')`)
@Check('parcel_postage', 'postage_vnd >= 0')
@Check('parcel_point', '(recipient_latitude is null) = (recipient_longitude is null)')
@Check(
  'parcel_state',
  `state in ('announced', 'accepted', 'in_transit', 'at_delivery_office', 'out_for_delivery', 'held', 'attempt_failed', 'delivered',
    'returning', 'returned', 'lost', 'destroyed', 'withdrawn')`,
)
@Check('parcel_delivery_place', `delivery_place in ('address', 'shared_box', 'pickup_point', 'service_point', 'other_as_requested')`)
@Check('parcel_outcome', `outcome in ('EMI', 'RTD', 'lost', 'destroyed') and (outcome is null) = (closed_at is null)`)
@Check('parcel_withdrawn', `(state = 'withdrawn') = (withdrawn_reason is not null)`)
@Check('parcel_delivered_somewhere', `(outcome is not distinct from 'EMI') = (delivery_place is not null)`)
@Index('parcel_of_origin_office', ['originOfficeId', 'announcedAt'])
@Index('parcel_of_delivery_office', ['deliveryOfficeId', 'announcedAt'])
@Index('parcel_of_operator', ['operatorId', 'announcedAt'])
@Index('parcel_of_walk_in_sender', ['senderPhone'], { where: `sender_key like 'counter:%'` })
@Index('parcel_of_walk_in_recipient', ['recipientPhone'], { where: `sender_key like 'counter:%'` })
export class ParcelEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_parcel' })
  number: string;

  @ForeignKey(() => OperatorEntity, { name: 'parcel_operator' })
  @Column('uuid', { name: 'operator_id' })
  operatorId: string;

  /** Which sending system the reference belongs to. */
  @Column('text', { name: 'sender_key' })
  senderKey: string;

  @Column('text', { name: 'sender_reference' })
  senderReference: string;

  @Column('text', { name: 'sender_name' })
  senderName: string;

  @Column('text', { name: 'sender_phone' })
  senderPhone: string;

  @Column('text', { name: 'sender_street' })
  senderStreet: string;

  @Column('text', { name: 'sender_commune_code' })
  senderCommuneCode: string;

  @Column('text', { name: 'sender_commune_name' })
  senderCommuneName: string;

  @Column('text', { name: 'sender_province_code' })
  senderProvinceCode: string;

  @Column('text', { name: 'sender_province_name' })
  senderProvinceName: string;

  @Column('text', { name: 'recipient_name' })
  recipientName: string;

  @Column('text', { name: 'recipient_phone' })
  recipientPhone: string;

  @Column('text', { name: 'recipient_street' })
  recipientStreet: string;

  @Column('text', { name: 'recipient_commune_code' })
  recipientCommuneCode: string;

  @Column('text', { name: 'recipient_commune_name' })
  recipientCommuneName: string;

  @Column('text', { name: 'recipient_province_code' })
  recipientProvinceCode: string;

  @Column('text', { name: 'recipient_province_name' })
  recipientProvinceName: string;

  /** `office`: the recipient asked to fetch it at the counter of the delivery office; it is not carried to the address. */
  @Column('text', { name: 'deliver_to', default: 'address' })
  deliverTo: 'address' | 'office';

  /** A present: no price on what goes with it. */
  @Column('boolean', { default: false })
  gift: boolean;

  /** The recipient may look at the goods before taking them. */
  @Column('boolean', { default: false })
  inspection: boolean;

  /** Twelve characters; opaque. */
  @Column('text', { name: 'recipient_digital_address', nullable: true })
  recipientDigitalAddress: string | null;

  /** Degrees, as the sender gave them; the place of a delivery is compared with it. */
  @Column('double precision', { name: 'recipient_latitude', nullable: true })
  recipientLatitude: number | null;

  @Column('double precision', { name: 'recipient_longitude', nullable: true })
  recipientLongitude: number | null;

  /** As announced by the sender. */
  @Column('int', { name: 'weight_grams' })
  weightGrams: number;

  /** As announced by the sender; null where nobody measured it. */
  @Column('int', { name: 'volume_cm3', nullable: true })
  volumeCm3: number | null;

  /** As weighed at the counter. */
  @Column('int', { name: 'accepted_weight_grams', nullable: true })
  acceptedWeightGrams: number | null;

  /** Cash to collect from the recipient; fixed at announcement. */
  @Column('bigint', { name: 'cod_vnd' })
  codVnd: number;

  /** By the weight measured at the counter; null before, and where no price covers the way. */
  @Column('bigint', { name: 'postage_vnd', nullable: true })
  postageVnd: number | null;

  @ForeignKey(() => OfficeEntity, { name: 'parcel_origin_office' })
  @Column('uuid', { name: 'origin_office_id' })
  originOfficeId: string;

  @ForeignKey(() => OfficeEntity, { name: 'parcel_delivery_office' })
  @Column('uuid', { name: 'delivery_office_id' })
  deliveryOfficeId: string;

  /** Where the last scan that counted was made. */
  @Column('uuid', { name: 'current_office_id', nullable: true })
  currentOfficeId: string | null;

  @Column('text')
  state: ParcelState;

  @Column('timestamptz', { name: 'state_at' })
  stateAt: Date;

  /** Tries to hand it over, the successful one included. */
  @Column('int')
  attempts: number;

  @Column('timestamptz', { name: 'announced_at' })
  announcedAt: Date;

  @Column('timestamptz', { name: 'accepted_at', nullable: true })
  acceptedAt: Date | null;

  /** Day by which the operator's norm binds it: counted from acceptance, and never moved. */
  @Column('date', { name: 'promised_on', nullable: true })
  promisedOn: string | null;

  /** When the schedules have it delivered; moves when it strays. Null where no legs join its offices. */
  @Column('timestamptz', { name: 'promised_at', nullable: true })
  promisedAt: Date | null;

  /** Ids of the offices it is to pass, from where it set out or strayed to. */
  @Column('uuid', { array: true, default: '{}' })
  route: string[];

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;

  @Column('text', { nullable: true })
  outcome: ClosingOutcome | null;

  /** How often its end was told of, its re-openings too: of two tellings the later holds. */
  @Column('int', { name: 'closings_told', default: 0 })
  closingsTold: number;

  /** The sender's words, when it was withdrawn before anybody handed it over. */
  @Column('text', { name: 'withdrawn_reason', nullable: true })
  withdrawnReason: string | null;

  /** EMI does not say where, so this does. */
  @Column('text', { name: 'delivery_place', nullable: true })
  deliveryPlace: DeliveryPlace | null;

  /** When the recipient last had it taken somewhere else. */
  @Column('timestamptz', { name: 'redirected_at', nullable: true })
  redirectedAt: Date | null;

  /** The parcel of which this is what its recipient did not take. */
  @ForeignKey(() => ParcelEntity, { name: 'parcel_rest' })
  @Column('text', { name: 'rest_of', nullable: true })
  restOf: string | null;
}
