import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Place } from '@choxa/places';
import { PRODUCED_KINDS, type ProducedKind } from './lot.rules.js';

/** A batch of one pack: made on one day, at one place, found by its public trace code. Never changed after it is made. */
@Entity({ schema: 'labelling', name: 'lot' })
@Unique('lot_code', ['packId', 'code'])
@Unique('lot_trace_code', ['traceCode'])
@Check('lot_produced_kind', `produced_kind in (${PRODUCED_KINDS.map((kind) => `'${kind}'`).join(', ')})`)
@Check('lot_expiry', 'expires_on >= produced_on')
@Check('lot_quantity', 'quantity > 0')
@Index('lot_newest', ['packId', 'producedOn', 'madeAt'])
@Index('lot_expiring', ['expiresOn'])
export class LotEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'pack_id' })
  packId: string;

  @Column('uuid', { name: 'household_id' })
  householdId: string;

  /** Fits AI 10 of a barcode. */
  @Column('text')
  code: string;

  /** Day in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. */
  @Column('date', { name: 'produced_on' })
  producedOn: string;

  @Column('text', { name: 'produced_kind' })
  producedKind: ProducedKind;

  /** Last day on which it may be eaten or used; null when the goods do not expire. */
  @Column('date', { name: 'expires_on', nullable: true })
  expiresOn: string | null;

  @Column('text', { name: 'commune_code', nullable: true })
  communeCode: string | null;

  /** Place of production as it was called on the day the lot was made. */
  @Column('jsonb', { nullable: true })
  place: Place | null;

  /** Anything finer, in the household's words: a hamlet, a garden, a workshop. */
  @Column('text', { name: 'place_text', nullable: true })
  placeText: string | null;

  /** Packs in the lot; null when nobody counted. */
  @Column('int', { nullable: true })
  quantity: number | null;

  /** What `/t/{code}` finds the lot by; on printed labels. */
  @Column('text', { name: 'trace_code' })
  traceCode: string;

  @Column('timestamptz', { name: 'made_at' })
  madeAt: Date;

  @Column('uuid', { name: 'made_by' })
  madeBy: string;
}
