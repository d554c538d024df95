import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { OrderLineEntity } from '../seller-orders/order-line.entity.js';
import { ReturnCaseEntity } from './return-case.entity.js';

/** How many packs of a line are returned, and what became of them. Both counts are written once, together. */
@Entity({ schema: 'orders', name: 'return_line' })
@Index('return_line_line', ['lineId'])
@Check('return_line_quantity', 'quantity > 0')
@Check(
  'return_line_fate',
  '(restocked is null and written_off is null) or (restocked >= 0 and written_off >= 0 and restocked + written_off = quantity)',
)
export class ReturnLineEntity {
  @PrimaryColumn('uuid', { name: 'return_id' })
  returnId: string;

  @ManyToOne(() => ReturnCaseEntity)
  @JoinColumn({ name: 'return_id', foreignKeyConstraintName: 'return_line_of_return' })
  returnCase: ReturnCaseEntity;

  @PrimaryColumn('uuid', { name: 'line_id' })
  lineId: string;

  @ManyToOne(() => OrderLineEntity)
  @JoinColumn({ name: 'line_id', foreignKeyConstraintName: 'return_line_of_line' })
  line: OrderLineEntity;

  @Column('int')
  quantity: number;

  /** Back on sale. */
  @Column('int', { nullable: true })
  restocked: number | null;

  @Column('int', { name: 'written_off', nullable: true })
  writtenOff: number | null;
}
