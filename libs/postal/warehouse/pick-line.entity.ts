import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PickEntity } from './pick.entity.js';
import { StoredGoodsEntity } from './stored-goods.entity.js';

/** From where how many units are taken for a parcel. */
@Entity({ schema: 'postal', name: 'pick_line' })
@Check('pick_line_units', 'units > 0')
export class PickLineEntity {
  @ForeignKey(() => PickEntity, { name: 'pick_line_pick' })
  @PrimaryColumn('uuid', { name: 'pick_id', primaryKeyConstraintName: 'PK_pick_line' })
  pickId: string;

  @ForeignKey(() => StoredGoodsEntity, { name: 'pick_line_goods' })
  @PrimaryColumn('uuid', { name: 'goods_id', primaryKeyConstraintName: 'PK_pick_line' })
  goodsId: string;

  @Column('int')
  units: number;
}
