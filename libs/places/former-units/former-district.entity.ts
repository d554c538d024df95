import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/**
 * A district that had already gone, or lost land to a new one, before districts ended on 1/7/2025, and the district that followed:
 * `Quận 9` → `Thành phố Thủ Đức`, `Huyện Lục Ngạn` → `Thị xã Chũ`. People still write the earlier one.
 */
@Entity({ schema: 'places', name: 'former_district' })
@Index('former_district_pair', ['provinceName', 'districtName', 'successorName'], { unique: true })
export class FormerDistrictEntity {
  @PrimaryGeneratedColumn({ type: 'int' })
  id: number;

  /** Full name of the province of then. */
  @Column('text', { name: 'province_name' })
  provinceName: string;

  @Column('text', { name: 'district_name' })
  districtName: string;

  /** Full name of a district of 30/6/2025 in the same province. */
  @Column('text', { name: 'successor_name' })
  successorName: string;

  /** First day on which the land was no longer the earlier district's. */
  @Column('date', { name: 'valid_to' })
  validTo: string;

  @Column('text')
  basis: string;
}
