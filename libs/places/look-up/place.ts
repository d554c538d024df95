import type { CommuneKind } from '../communes/commune.entity.js';
import type { ProvinceKind } from '../provinces/province.entity.js';

/** A province or city of today. */
export interface Province {
  /** Two digits. */
  code: string;
  /** Full name: `Tỉnh Vĩnh Long`. */
  name: string;
  kind: ProvinceKind;
}

/** A commune of today. */
export interface Place {
  /** Five digits. */
  code: string;
  /** Full name: `Xã Cầu Kè`. */
  name: string;
  kind: CommuneKind;
  provinceCode: string;
  /** Full name: `Tỉnh Vĩnh Long`. */
  provinceName: string;
}

/** Rows the look-up is built from, as they lie in the tables. */
export interface PlaceRows {
  provinces: { code: string; name: string; kind: ProvinceKind; validFrom: string; validTo: string | null }[];
  communes: { code: string; name: string; kind: CommuneKind; provinceCode: string; validFrom: string; validTo: string | null }[];
  formerUnits: { formerCode: string | null; communeName: string; districtName: string; provinceName: string; communeCode: string }[];
  formerDistricts: { provinceName: string; districtName: string; successorName: string }[];
}
