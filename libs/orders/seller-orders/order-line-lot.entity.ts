import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OrderLineEntity } from './order-line.entity.js';

/** `allotted`: by the checkout, first expired first out. `packed`: as scanned while packing; where there are such rows, they are the truth. */
export const LOT_SOURCES = ['allotted', 'packed'] as const;
export type LotSource = (typeof LOT_SOURCES)[number];

/** So many units of an order line come from this lot. A line of a pack without lots has none. */
@Entity({ schema: 'orders', name: 'order_line_lot' })
@Check('order_line_lot_quantity', 'quantity > 0')
@Check('order_line_lot_source', `source in ('allotted', 'packed')`)
export class OrderLineLotEntity {
  @ForeignKey(() => OrderLineEntity, { name: 'order_line_lot_of_line' })
  @PrimaryColumn('uuid', { name: 'order_line_id' })
  orderLineId: string;

  @PrimaryColumn('text')
  source: LotSource;

  @Index('order_line_lot_lot')
  @PrimaryColumn('uuid', { name: 'lot_id' })
  lotId: string;

  /** Copied, as it stands on the pack. */
  @Column('text', { name: 'lot_code' })
  lotCode: string;

  @Column('int')
  quantity: number;
}
