import type { Places } from '@choxa/places';
import type { Tx } from '@choxa/platform';
import { countOpenParcels } from '../../facts/open-parcels.js';
import type { Cut, Scope } from '../../scope/scope.js';
import type { CellFigure, Figure, Indicator } from '../indicator.js';
import { nameOfCut } from '../places-cut.js';
import { breakDownParcels, countParcelsToAddress } from './parcels-to-address.query.js';

/** Indicator 13. */
export const PARCELS_TO_ADDRESS: Indicator = {
  number: 13,
  titleVi: 'Tỷ lệ bưu gửi được phát đến địa chỉ người nhận',
  titleEn: 'Share of parcels delivered to the address',
  measure: 'share',
  unit: 'parcels',
  methods: [
    {
      version: '13.1',
      basis: '689/QĐ-BTTTT (2024-05-02), 654/QĐ-TTg',
      validFrom: '2024-05-02',
      validTo: null,
      target: 100,
      returnDays: 0,
      formula: '|{b : EMI at address or shared_box}| / |{b : EMI, RTD, lost or destroyed}|',
      textVi:
        'Tử số: số bưu gửi kết thúc trong kỳ bằng việc phát tại địa chỉ người nhận hoặc vào hộp thư tập trung. Mẫu số: mọi bưu gửi kết thúc trong kỳ: ' +
        'đã phát, đã trả người gửi, mất, hỏng. Phát hợp lệ là phát ở địa chỉ, điểm phục vụ hoặc nơi người gửi, người nhận yêu cầu (Luật Bưu chính 49/2010, ' +
        'Điều 17). Tỷ lệ làm tròn xuống hai chữ số thập phân; kỳ không phát sinh thì không có tỷ lệ. Tính theo giờ Việt Nam, theo tỉnh của người nhận.',
      textEn:
        'Numerator: parcels whose history ended in the period with delivery at the recipient’s address or into a shared letter box. Denominator: all ' +
        'parcels that ended in the period: delivered, given back to the sender, lost, destroyed. Validly delivered means at the address, at a service ' +
        'point or where sender or recipient asked (Postal Law 49/2010, art. 17). Shares are rounded down to two decimals; where none arose there is no ' +
        'share. Vietnamese time; the province is the recipient’s.',
    },
  ],
  breakdowns: ['province', 'commune', 'operator'],
  frozen: true,
  figure,
  breakdown,
};

async function figure(tx: Tx, scope: Scope): Promise<Figure> {
  const { toAddress, closed, validlyDelivered, firstAttempt } = await countParcelsToAddress(tx, scope);
  const open = await countOpenParcels(tx, scope);
  const side = (key: string, numerator: number) => ({ key, numerator, denominator: closed, unit: 'parcels' });
  return {
    numerator: toAddress,
    denominator: closed,
    net: null,
    sides: [
      side('validlyDelivered', validlyDelivered),
      side('firstAttempt', firstAttempt),
      { key: 'open', numerator: open.reduce((sum, { count }) => sum + count, 0), denominator: null, unit: 'parcels' },
    ],
  };
}

async function breakdown(tx: Tx, scope: Scope, by: Cut, places: Places): Promise<CellFigure[]> {
  const rows = await breakDownParcels(tx, scope, by as 'province' | 'commune' | 'operator');
  return rows.map(({ code, toAddress, closed }) => ({
    code,
    name: nameOfCut(by, code, places),
    numerator: toAddress,
    denominator: closed,
    net: null,
    sides: [],
  }));
}
