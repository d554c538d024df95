import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { LotEntity } from './lot.entity.js';

/** One lot went into another: one step back from the one, one step forward from the other. A mistake is withdrawn and stays on file. */
@Entity({ schema: 'labelling', name: 'lot_input' })
@Check('lot_input_other', 'lot_id <> input_lot_id')
@Check('lot_input_quantity', 'quantity > 0')
@Check('lot_input_withdrawn', '(withdrawn_at is null) = (withdrawn_by is null)')
@Index('lot_input_once', ['lotId', 'inputLotId'], { unique: true, where: 'withdrawn_at is null' })
@Index('lot_input_from', ['inputLotId'])
export class LotInputEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => LotEntity, { name: 'lot_input_lot_fk' })
  @Column('uuid', { name: 'lot_id' })
  lotId: string;

  /** Of the same household, or of another that handed the goods on. */
  @ForeignKey(() => LotEntity, { name: 'lot_input_from_fk' })
  @Column('uuid', { name: 'input_lot_id' })
  inputLotId: string;

  /** Packs of the input lot that went in; null when nobody counted. */
  @Column('int', { nullable: true })
  quantity: number | null;

  @Column('timestamptz', { name: 'declared_at' })
  declaredAt: Date;

  @Column('uuid', { name: 'declared_by' })
  declaredBy: string;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;

  @Column('uuid', { name: 'withdrawn_by', nullable: true })
  withdrawnBy: string | null;
}
