import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** How many of a pack may still be sold. The truth about stock; the catalogue shows a copy. */
@Entity({ schema: 'orders', name: 'stock' })
@Check('stock_on_hand', 'on_hand >= 0')
export class StockEntity {
  @PrimaryColumn('uuid', { name: 'pack_id' })
  packId: string;

  @Column('int', { name: 'on_hand' })
  onHand: number;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
