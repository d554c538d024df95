import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A seller order in which goods of a recalled lot were sold, and when its buyer was told. One row per recall and seller order. */
@Entity({ schema: 'orders', name: 'recall_reach' })
@Index('recall_reach_seller_order', ['sellerOrderId'])
export class RecallReachEntity {
  @PrimaryColumn('uuid', { name: 'recall_id' })
  recallId: string;

  @PrimaryColumn('uuid', { name: 'seller_order_id' })
  sellerOrderId: string;

  /** Packs of the recalled goods in it. */
  @Column('int')
  packs: number;

  @Column('timestamptz', { name: 'told_at' })
  toldAt: Date;
}
