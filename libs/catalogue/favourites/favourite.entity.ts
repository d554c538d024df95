import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { PackEntity } from '../packs/pack.entity.js';

/** A pack an account wants to find again. What a guest likes stays in the browser. */
@Entity({ schema: 'catalogue', name: 'favourite' })
@Index('favourite_newest', ['accountId', 'addedAt', 'packId'])
export class FavouriteEntity {
  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId: string;

  @Index('favourite_pack')
  @PrimaryColumn('uuid', { name: 'pack_id' })
  packId: string;

  @ManyToOne(() => PackEntity)
  @JoinColumn({ name: 'pack_id', foreignKeyConstraintName: 'favourite_of_pack' })
  pack?: PackEntity;

  /** Its price when it was added, to be shown beside today's. */
  @Column('bigint', { name: 'price_then_vnd' })
  priceThenVnd: number;

  @Column('timestamptz', { name: 'added_at' })
  addedAt: Date;
}
