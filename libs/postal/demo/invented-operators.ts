import type { CashCap } from '../cod/set-cash-cap.js';
import type { OperatorSetUp } from '../operators/set-up-operator.js';
import { ZONES, type Zone } from '../tariffs/norm.entity.js';

/** Three invented postal enterprises for the demo. Figures are made up; country XA is user-assigned, so no number can be a real one. */
export interface InventedOperator {
  code: string;
  name: string;
  /** Short form in office codes. */
  short: string;
  region: Region;
  numberRanges: OperatorSetUp['numberRanges'];
}

export type Region = 'north' | 'central' | 'south';

export const INVENTED_OPERATORS: InventedOperator[] = [
  {
    code: 'buu-chinh-song-hong',
    name: 'Bưu chính Sông Hồng (mẫu)',
    short: 'SH',
    region: 'north',
    numberRanges: [{ kind: 's10', indicator: 'EE', country: 'XA', from: 10_000_000, to: 49_999_999 }],
  },
  {
    code: 'buu-chinh-truong-son',
    name: 'Bưu chính Trường Sơn (mẫu)',
    short: 'TS',
    region: 'central',
    numberRanges: [{ kind: 's10', indicator: 'CE', country: 'XA', from: 10_000_000, to: 49_999_999 }],
  },
  {
    code: 'buu-chinh-cuu-long',
    name: 'Bưu chính Cửu Long (mẫu)',
    short: 'CL',
    region: 'south',
    numberRanges: [{ kind: 'own', prefix: 'CLX', from: 1, to: 9_999_999_999 }],
  },
];

/** Province codes rise from north to south: up to Ninh Bình (37), up to Lâm Đồng (68), and the rest. */
export function regionOf(provinceCode: string): Region {
  if (provinceCode <= '37') return 'north';
  return provinceCode <= '68' ? 'central' : 'south';
}

const STEPS_GRAMS = [500, 1_000, 2_000, 5_000, 10_000, 20_000, 30_000];
const FIRST_STEP_VND: Record<Zone, number> = { province: 16_000, region: 22_000, nation: 28_000 };
const FURTHER_STEP_VND: Record<Zone, number> = { province: 4_000, region: 7_000, nation: 11_000 };
const HOURS: Record<Zone, number> = { province: 24, region: 48, nation: 72 };
const COD_FEE_VND = 8_000;

export function inventedTariffs(): OperatorSetUp['tariffs'] {
  return ZONES.flatMap((zone) =>
    STEPS_GRAMS.map((upToGrams, step) => ({
      zone,
      upToGrams,
      priceVnd: FIRST_STEP_VND[zone] + step * FURTHER_STEP_VND[zone],
      codFeeVnd: COD_FEE_VND,
      validFrom: '2026-01-01',
      basis: 'Bảng giá mẫu 2026',
    })),
  );
}

export function inventedSurcharges(): OperatorSetUp['surcharges'] {
  const dated = { validFrom: '2026-01-01', basis: 'Bảng giá mẫu 2026' };
  return [
    { kind: 'insurance', rateBp: 50, minimumVnd: 5_000, ...dated },
    { kind: 'pick_up', rateBp: 0, minimumVnd: 5_000, ...dated },
  ];
}

export function inventedNorms(provinceCodes: string[]): OperatorSetUp['norms'] {
  return provinceCodes.flatMap((fromProvince) =>
    provinceCodes.map((toProvince) => {
      const zone = zoneBetween(fromProvince, toProvince);
      return { fromProvince, toProvince, zone, hours: HOURS[zone] };
    }),
  );
}

function zoneBetween(from: string, to: string): Zone {
  if (from === to) return 'province';
  return regionOf(from) === regionOf(to) ? 'region' : 'nation';
}

/** A courier may hold 20 million đồng, an office with all its couriers 500 million. */
export function inventedCashCaps(operatorId: string): CashCap[] {
  const rest = {
    operatorId,
    officeId: null,
    holderId: null,
    validFrom: '2026-01-01',
    validTo: null,
    basis: 'Quy định mẫu về hạn mức tiền mặt 2026',
  };
  return [
    { ...rest, kind: 'courier', limitVnd: 20_000_000 },
    { ...rest, kind: 'office', limitVnd: 500_000_000 },
  ];
}
