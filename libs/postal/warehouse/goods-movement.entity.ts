import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ParcelEntity } from '../parcels/parcel.entity.js';
import { StoredGoodsEntity } from './stored-goods.entity.js';

export const MOVEMENT_KINDS = ['received', 'moved', 'packed', 'put_back', 'given_back', 'counted'] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

/** Why units came or went. Append-only; the sum of a row's movements is what lies there. */
@Entity({ schema: 'postal', name: 'goods_movement' })
@Index('goods_movement_of_goods', ['goodsId', 'movedAt'])
@Check('goods_movement_kind', `kind in ('received', 'moved', 'packed', 'put_back', 'given_back', 'counted')`)
@Check('goods_movement_units', 'units <> 0')
@Check('goods_movement_parcel', `(parcel_number is not null) = (kind in ('packed', 'put_back'))`)
@Check('goods_movement_reason', `(reason is not null) = (kind = 'counted')`)
export class GoodsMovementEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_goods_movement' })
  id: string;

  @ForeignKey(() => StoredGoodsEntity, { name: 'goods_movement_goods' })
  @Column('uuid', { name: 'goods_id' })
  goodsId: string;

  @Column('text')
  kind: MovementKind;

  /** Above zero what came, below what went. */
  @Column('int')
  units: number;

  @ForeignKey(() => ParcelEntity, { name: 'goods_movement_of_parcel' })
  @Column('text', { name: 'parcel_number', nullable: true })
  parcelNumber: string | null;

  /** Why a count differs. */
  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid', { name: 'moved_by' })
  movedBy: string;

  @Column('timestamptz', { name: 'moved_at' })
  movedAt: Date;
}
