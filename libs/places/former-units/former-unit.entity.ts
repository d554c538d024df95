import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/**
 * Land of a unit that no longer exists and the commune it lies in now: one row per pair, so a divided commune has several.
 * Without a commune name the row stands for a whole district (islands that had no communes).
 */
@Entity({ schema: 'places', name: 'former_unit' })
@Index('former_unit_pair', ['provinceName', 'districtName', 'communeName', 'communeCode'], { unique: true })
@Index('former_unit_place', ['communeCode'])
@Check('former_unit_code', "former_code ~ '^[0-9]{5}$'")
@Check('former_unit_commune_code', "commune_code ~ '^[0-9]{5}$'")
export class FormerUnitEntity {
  @PrimaryGeneratedColumn({ type: 'int' })
  id: number;

  /** Its own five-digit code, where it is known. */
  @Column('text', { name: 'former_code', nullable: true })
  formerCode: string | null;

  /** Full name with its kind of then: `Thị trấn Cầu Kè`. Empty for a whole district. */
  @Column('text', { name: 'commune_name' })
  communeName: string;

  /** Full name: `Huyện Cầu Kè`. Empty for a commune that ended after 30/6/2025, when there were no districts any more. */
  @Column('text', { name: 'district_name' })
  districtName: string;

  /** Full name of the province of then: `Tỉnh Trà Vinh`. */
  @Column('text', { name: 'province_name' })
  provinceName: string;

  /** The commune in which the land lies now (or lay next: ended communes have rows of their own). */
  @Column('text', { name: 'commune_code' })
  communeCode: string;

  /** First day on which the former unit no longer existed. */
  @Column('date', { name: 'valid_to' })
  validTo: string;

  /** Where the pair comes from. */
  @Column('text')
  basis: string;
}
