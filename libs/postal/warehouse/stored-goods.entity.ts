import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { GoodsOwnerEntity } from './goods-owner.entity.js';

/** How many units of one lot of one owner lie in one place of an office. */
@Entity({ schema: 'postal', name: 'stored_goods' })
@Unique('stored_goods_once', ['ownerId', 'code14', 'lotCode', 'place'])
@Check('stored_goods_code', `code14 ~ '^[0-9]{14}$'`)
@Check('stored_goods_units', 'reserved >= 0 and on_hand >= reserved')
export class StoredGoodsEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_stored_goods' })
  id: string;

  @ForeignKey(() => GoodsOwnerEntity, { name: 'stored_goods_owner' })
  @Column('uuid', { name: 'owner_id' })
  ownerId: string;

  /** Number on the pack in 14-digit form. */
  @Column('text')
  code14: string;

  @Column('text', { name: 'lot_code' })
  lotCode: string;

  /** The shelf, as the office names it. */
  @Column('text')
  place: string;

  @Column('text')
  description: string;

  /** Last day on which it may be sent; null for goods that keep. */
  @Column('date', { name: 'expires_on', nullable: true })
  expiresOn: string | null;

  @Column('int', { name: 'on_hand' })
  onHand: number;

  /** Of these, taken for parcels that are being packed. */
  @Column('int', { default: 0 })
  reserved: number;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt: Date;
}
