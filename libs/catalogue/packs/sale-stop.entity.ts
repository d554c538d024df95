import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PackEntity } from './pack.entity.js';

/** A pack that may not be sold for the time being, whatever its household wants: labelling says so, e.g. while its goods are recalled. */
@Entity({ schema: 'catalogue', name: 'sale_stop' })
export class SaleStopEntity {
  @ForeignKey(() => PackEntity, { name: 'sale_stop_pack_fk', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'pack_id' })
  packId: string;

  /** One word for the reason, e.g. `recall`; a pack may be stopped for several. */
  @PrimaryColumn('text')
  cause: string;

  @Column('timestamptz', { name: 'stopped_at' })
  stoppedAt: Date;
}
