import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { SuspicionKind, SuspicionOutcome } from './suspicion.rules.js';

/** A reason to doubt a label: told by a shopper, or one serial in two far places. Of who told it only a hash of the day is kept. */
@Entity({ schema: 'labelling', name: 'suspicion' })
@Check('suspicion_kind', `kind in ('looks_fake', 'other_product', 'date_changed', 'other', 'serial_far')`)
@Check('suspicion_outcome', `outcome in ('genuine', 'counterfeit', 'unclear')`)
@Check('suspicion_closed', '(closed_at is null) = (closed_by is null) and (closed_at is null) = (outcome is null)')
@Index('suspicion_newest', ['raisedAt', 'id'])
@Index('suspicion_address', ['address', 'raisedAt'])
@Index('suspicion_caller', ['callerHash', 'raisedAt'])
export class SuspicionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: SuspicionKind;

  /** What the label leads to, as a path of the site: `/t/…`, `/01/…`. It need not be known here. */
  @Column('text')
  address: string;

  @Column('uuid', { name: 'pack_id', nullable: true })
  packId: string | null;

  @Column('uuid', { name: 'lot_id', nullable: true })
  lotId: string | null;

  @Column('text', { nullable: true })
  serial: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  /** Where it was bought or seen, as the shopper says. */
  @Column('text', { name: 'seen_province_code', nullable: true })
  seenProvinceCode: string | null;

  /** Where the same serial was seen before. */
  @Column('text', { name: 'other_province_code', nullable: true })
  otherProvinceCode: string | null;

  @Column('int', { name: 'distance_km', nullable: true })
  distanceKm: number | null;

  /** Provinces whose officials see it: of the maker, and where it was seen. Empty: only the nation's. */
  @Column('text', { name: 'province_codes', array: true })
  provinceCodes: string[];

  /** Of the caller's address and the day, to tell one caller's flood; says nothing the day after. */
  @Column('text', { name: 'caller_hash', nullable: true })
  callerHash: string | null;

  @Column('timestamptz', { name: 'raised_at' })
  raisedAt: Date;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;

  @Column('uuid', { name: 'closed_by', nullable: true })
  closedBy: string | null;

  @Column('text', { nullable: true })
  outcome: SuspicionOutcome | null;
}
