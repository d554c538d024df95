import { CLOSING_OUTCOMES, type ClosingOutcome } from '@choxa/postal-contract';
import { DELIVERY_PLACE_CODES, type DeliveryPlace, type NonDeliveryReason } from '@choxa/standards';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

const oneOf = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ');

/** A parcel whose history is over: delivered, given back, lost or destroyed. A number may come again after two years, so the time is part of the key. */
@Entity({ schema: 'audit', name: 'closed_parcel' })
@Check('closed_parcel_outcome', `outcome in (${oneOf(CLOSING_OUTCOMES)})`)
@Check('closed_parcel_delivery_place', `delivery_place is null or (outcome = 'EMI' and delivery_place in (${oneOf(DELIVERY_PLACE_CODES)}))`)
@Index('closed_parcel_commune', ['communeCode', 'closedAt'])
@Check('closed_parcel_attempts', 'attempts >= 0')
export class ClosedParcelEntity {
  @PrimaryColumn('text', { name: 'operator_code' })
  operatorCode: string;

  @PrimaryColumn('text')
  number: string;

  @PrimaryColumn('timestamptz', { name: 'closed_at' })
  closedAt: Date;

  @Column('text')
  outcome: ClosingOutcome;

  /** Where it was handed over; null unless delivered. */
  @Column('text', { name: 'delivery_place', nullable: true })
  deliveryPlace: DeliveryPlace | null;

  /** Place of the recipient. */
  @Column('text', { name: 'province_code' })
  provinceCode: string;

  @Column('text', { name: 'commune_code' })
  communeCode: string;

  /** Tries to hand it over, the successful one included. */
  @Column('int')
  attempts: number;

  /** The how manieth word about its end this is; of two tellings the later holds. */
  @Column('int', { default: 0 })
  telling: number;

  /** Why the first try failed; null where none did or nobody said. */
  @Column('text', { name: 'failure_reason', nullable: true })
  failureReason: NonDeliveryReason | null;

  /** Whether the recipient's address came with a digital one. */
  @Column('boolean', { name: 'digital_address', default: false })
  digitalAddress: boolean;

  /** Of the office it was delivered from; null in facts told before offices were named. */
  @Column('text', { name: 'office_code', nullable: true })
  officeCode: string | null;
}
