import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

export const COMMUNE_KINDS = ['xa', 'phuong', 'dac_khu'] as const;
export type CommuneKind = (typeof COMMUNE_KINDS)[number];

/**
 * A commune, ward or special zone since 1/7/2025, as it was called for a time. A commune that becomes a ward keeps its code
 * and gets a second row.
 */
@Entity({ schema: 'places', name: 'commune' })
@Index('commune_current', ['code'], { unique: true, where: 'valid_to is null' })
@Index('commune_province', ['provinceCode'])
@Check('commune_code', "code ~ '^[0-9]{5}$'")
@Check('commune_kind', "kind in ('xa', 'phuong', 'dac_khu')")
@Check('commune_days', 'valid_to > valid_from')
export class CommuneEntity {
  /** Five digits with leading zeros, e.g. `00004`. */
  @PrimaryColumn('text')
  code: string;

  /** First day. */
  @PrimaryColumn('date', { name: 'valid_from' })
  validFrom: string;

  /** Full name: `Xã Cầu Kè`, `Phường Hải Châu`. Never a key: 314 of them repeat. */
  @Column('text')
  name: string;

  @Column('text')
  kind: CommuneKind;

  @Column('text', { name: 'province_code' })
  provinceCode: string;

  /** First day on which this no longer holds; null while it holds. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  /** The legal act, e.g. `388/NQ-UBTVQH16`. */
  @Column('text')
  basis: string;
}
