import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One serial of a pack seen in a province, told by whoever scanned it. Never a finer place, and nothing of the person. */
@Entity({ schema: 'labelling', name: 'serial_sighting' })
@Index('serial_sighting_of', ['packId', 'serial', 'seenAt'])
export class SerialSightingEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'pack_id' })
  packId: string;

  @Column('text')
  serial: string;

  @Column('text', { name: 'province_code' })
  provinceCode: string;

  @Column('timestamptz', { name: 'seen_at' })
  seenAt: Date;
}
