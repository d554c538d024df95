import type { Places } from '@choxa/places';
import { sql, type Tx } from '@choxa/platform';
import { OF_OPERATOR, totalsParams } from '../facts/periods-read.js';
import type { Cut, Scope } from '../scope/scope.js';
import type { CellFigure, Counted, Figure, Indicator } from './indicator.js';
import { nameOfCut } from './places-cut.js';

/** Indicator 8. */
export const DIGITAL_ADDRESSES: Indicator = {
  number: 8,
  titleVi: 'Tỷ lệ địa chỉ nhận có địa chỉ số (trên nền tảng)',
  titleEn: 'Share of recipients’ addresses with a digital address (on this platform)',
  measure: 'share',
  unit: 'parcels',
  methods: [
    {
      version: '8.1',
      basis: '689/QĐ-BTTTT (2024-05-02), 654/QĐ-TTg',
      validFrom: '2024-05-02',
      validTo: null,
      target: null,
      returnDays: 0,
      formula: '|{b : ended, its address has a digital address}| / |{b : ended}|',
      textVi:
        'Tử số: số bưu gửi kết thúc trong kỳ mà địa chỉ người nhận có kèm địa chỉ số. Mẫu số: mọi bưu gửi kết thúc trong kỳ. Chỉ tính địa chỉ ghi trên bưu gửi ' +
        'của nền tảng này, không phải mọi địa chỉ trong tỉnh. Tính theo tỉnh của người nhận, giờ Việt Nam, làm tròn xuống hai chữ số thập phân.',
      textEn:
        'Numerator: parcels that ended in the period and whose recipient’s address came with a digital address. Denominator: all parcels that ended in the ' +
        'period. Only addresses written on parcels of this platform, not every address of a province. By the recipient’s province, Vietnamese time, ' +
        'rounded down to two decimals.',
    },
  ],
  breakdowns: ['province', 'commune', 'operator'],
  frozen: true,
  figure,
  breakdown,
};

async function figure(tx: Tx, scope: Scope): Promise<Figure> {
  const [row] = await sql<Counted>(tx, `select ${SHARE} from audit.parcel_period where ${OF_OPERATOR}`, params(scope));
  return { ...row!, net: null, sides: [] };
}

async function breakdown(tx: Tx, scope: Scope, by: Cut, places: Places): Promise<CellFigure[]> {
  const rows = await sql<Counted & { code: string }>(
    tx,
    `select ${by}_code as code, ${SHARE} from audit.parcel_period where ${OF_OPERATOR} group by ${by}_code order by ${by}_code`,
    params(scope),
  );
  return rows.map((row) => ({ ...row, name: nameOfCut(by, row.code, places), net: null, sides: [] }));
}

const params = (scope: Scope) => [...totalsParams(scope), scope.filters.operator ?? null];

const SHARE = `coalesce(sum(parcels) filter (where digital_address), 0)::bigint as numerator, coalesce(sum(parcels), 0)::bigint as denominator`;
