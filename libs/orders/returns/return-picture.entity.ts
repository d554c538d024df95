import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { SellerOrderEntity } from '../seller-orders/seller-order.entity.js';

/** A picture a buyer took of what is wrong. Without a return it waits for the request it is sent with. */
@Entity({ schema: 'orders', name: 'return_picture' })
@Index('return_picture_seller_order', ['sellerOrderId'])
export class ReturnPictureEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'seller_order_id' })
  sellerOrderId: string;

  @ManyToOne(() => SellerOrderEntity)
  @JoinColumn({ name: 'seller_order_id', foreignKeyConstraintName: 'return_picture_of_seller_order' })
  sellerOrder: SellerOrderEntity;

  @Column('uuid', { name: 'return_id', nullable: true })
  returnId: string | null;

  @Column('text', { name: 'file_key' })
  fileKey: string;

  @Column('timestamptz', { name: 'added_at' })
  addedAt: Date;
}
