import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Where a seller order was handed over by the last correction of it. Kept by itself, because this news may overtake the news of the delivery, and
 * an older correction may come after it.
 */
@Entity({ schema: 'audit', name: 'corrected_place' })
export class CorrectedPlaceEntity {
  @PrimaryColumn('uuid', { name: 'seller_order_id', primaryKeyConstraintName: 'PK_corrected_place' })
  sellerOrderId: string;

  /** As of the traded line. */
  @Column('boolean', { name: 'to_address', nullable: true })
  toAddress: boolean | null;

  /** Of two corrections the higher holds. */
  @Column('int')
  telling: number;
}
