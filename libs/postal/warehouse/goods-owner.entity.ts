import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { OfficeEntity } from '../offices/office.entity.js';

/** A sender whose goods an office keeps. Its phone is the one its parcels carry: that is how they find their goods. */
@Entity({ schema: 'postal', name: 'goods_owner' })
@Unique('goods_owner_of_office', ['officeId', 'phone'])
export class GoodsOwnerEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_goods_owner' })
  id: string;

  @ForeignKey(() => OfficeEntity, { name: 'goods_owner_office' })
  @Column('uuid', { name: 'office_id' })
  officeId: string;

  @Column('text')
  phone: string;

  /** As it was told last. */
  @Column('text')
  name: string;
}
