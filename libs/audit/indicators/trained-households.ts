import type { Places } from '@choxa/places';
import { sql, type Tx } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { entriesParams } from '../register-periods/register-periods.js';
import { ENTRIES } from '../register-periods/register-periods.sql.js';
import type { Cut, Scope } from '../scope/scope.js';
import { inPlace, placeParams } from '../scope/scope.sql.js';
import type { CellFigure, Counted, Figure, Headline, Indicator } from './indicator.js';
import { nameOfCut } from './places-cut.js';

/** Indicator 27. */
export const TRAINED_HOUSEHOLDS: Indicator = {
  number: 27,
  titleVi: 'Tỷ lệ hộ OCOP được tập huấn bán hàng trên sàn',
  titleEn: 'Share of OCOP households trained in selling online',
  measure: 'share',
  unit: 'households',
  methods: [
    {
      version: '27.1',
      basis: '689/QĐ-BTTTT (2024-05-02), 654/QĐ-TTg',
      validFrom: '2024-05-02',
      validTo: null,
      target: null,
      returnDays: 0,
      formula: '|{h in register : attended(h) ≥ 1}| / |register|',
      textVi:
        'Mẫu số: số hộ trong sổ bộ hộ OCOP của các xã, bản mới nhất tính đến ngày cuối kỳ. Tử số: những hộ trong đó có dự ít nhất một lớp tập huấn tổ chức ' +
        'trong kỳ; điểm danh nhầm đã rút lại không tính. Bên cạnh: mọi hộ trên sàn có dự lớp tổ chức tại địa bàn, dù có trong sổ bộ hay không. ' +
        'Giờ Việt Nam, làm tròn xuống hai chữ số thập phân.',
      textEn:
        'Denominator: the households in the communes’ registers of OCOP households, each in its last version as of the last day of the period. Numerator: ' +
        'those of them that attended at least one class held in the period; an attendance recorded by mistake and withdrawn does not count. Beside it: all ' +
        'households of the platform that attended a class held in the place, registered or not. Vietnamese time, rounded down to two decimals.',
    },
  ],
  breakdowns: ['province', 'commune'],
  headline,
  figure,
  breakdown,
};

async function headline(tx: Tx, scope: Scope): Promise<Headline> {
  const [share] = await sql<Counted>(tx, `with ${attended(8)} select ${SHARE} from ${ENTRIES} where ${inPlace(10)}`, params(scope));
  return { ...share!, net: null };
}

async function figure(tx: Tx, scope: Scope): Promise<Figure> {
  // Told apart before they are counted: `count(distinct …)` would sort every attendance twice.
  const different = (id: string) => `(select count(*)::int from (select distinct ${id} from attended where ${inPlace(3)}) different)`;
  const [held] = await sql<{ households: number; sessions: number }>(
    tx,
    `with ${attended(1)} select ${different('household_id')} as households, ${different('session_id')} as sessions`,
    heldParams(scope),
  );
  return {
    ...(await headline(tx, scope)),
    sides: [
      { key: 'trainedAtAll', numerator: held!.households, denominator: null, unit: 'households' },
      { key: 'trainingSessions', numerator: held!.sessions, denominator: null, unit: 'sessions' },
    ],
  };
}

async function breakdown(tx: Tx, scope: Scope, by: Cut, places: Places): Promise<CellFigure[]> {
  const rows = await sql<Counted & { code: string }>(
    tx,
    `with ${attended(8)} select ${by}_code as code, ${SHARE} from ${ENTRIES} where ${inPlace(10)} group by ${by}_code order by ${by}_code`,
    params(scope),
  );
  return rows.map((row) => ({ ...row, name: nameOfCut(by, row.code, places), net: null, sides: [] }));
}

function params(scope: Scope): unknown[] {
  return [...entriesParams(scope), ...heldParams(scope)];
}

function heldParams(scope: Scope): unknown[] {
  const { from, until } = scope.period;
  return [localDay(from), localDay(new Date(until.getTime() - 1)), ...placeParams(scope)];
}

/** Who was at a class of the period, where it was held; `$first` and the next parameter: its first and last day. */
const attended = (first: number) => `
  attended as (
    select household_id, session_id, commune_code, province_code from audit.attendance
     where held_on >= $${first}::date and held_on <= $${first + 1}::date and not withdrawn)`;

const SHARE = `
  count(*) filter (where household_id in (select household_id from attended))::int as numerator, count(*)::int as denominator`;
