import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

export const PROVINCE_KINDS = ['tinh', 'thanh_pho'] as const;
export type ProvinceKind = (typeof PROVINCE_KINDS)[number];

/**
 * A province or a city run by the centre, as it was called for a time. The code stays when a province becomes a city,
 * so one code has several rows whose days do not overlap.
 */
@Entity({ schema: 'places', name: 'province' })
@Index('province_current', ['code'], { unique: true, where: 'valid_to is null' })
@Check('province_code', "code ~ '^[0-9]{2}$'")
@Check('province_kind', "kind in ('tinh', 'thanh_pho')")
@Check('province_days', 'valid_to > valid_from')
export class ProvinceEntity {
  /** Two digits with leading zero, e.g. `01`. */
  @PrimaryColumn('text')
  code: string;

  /** First day. */
  @PrimaryColumn('date', { name: 'valid_from' })
  validFrom: string;

  /** Full name: `Tỉnh Vĩnh Long`, `Thành phố Huế`. */
  @Column('text')
  name: string;

  @Column('text')
  kind: ProvinceKind;

  /** First day on which this no longer holds; null while it holds. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  /** The legal act, e.g. `30/2026/QH16`. */
  @Column('text')
  basis: string;
}
