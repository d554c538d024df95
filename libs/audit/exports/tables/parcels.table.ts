import { DELIVERY_PLACES, NON_DELIVERY_REASONS } from '@choxa/standards';
import { countOpenParcels } from '../../facts/open-parcels.js';
import type { OpenBand } from '../../facts/open-periods.js';
import { breakDownOffices, countParcelsToAddress } from '../../indicators/parcels-to-address/parcels-to-address.query.js';
import { PARCELS_TO_ADDRESS } from '../../indicators/parcels-to-address/parcels-to-address.js';
import { shareOf } from '../../indicators/share.rules.js';
import type { AuditTable, TableColumn } from '../audit-table.js';
import { headlineOf, methodLines } from './figure-columns.js';

/** What the tables beside indicator 13 share. */
const OF_PARCELS: Pick<AuditTable, 'headline' | 'method'> = {
  headline: async (tx, { scope, places }) => headlineOf(PARCELS_TO_ADDRESS, scope, await PARCELS_TO_ADDRESS.figure(tx, scope, places)),
  method: ({ scope }) => methodLines(PARCELS_TO_ADDRESS, scope),
};
const columns = (titleVi: string, titleEn: string): TableColumn[] => [
  { key: 'name', titleVi, titleEn, kind: 'text' },
  { key: 'parcels', titleVi: 'Bưu gửi', titleEn: 'Parcels', kind: 'int' },
];
const both = ({ vi, en }: { vi: string; en: string }) => `${vi} / ${en}`;

const OUTCOMES = {
  RTD: 'Trả lại người gửi / Given back to the sender',
  lost: 'Thất lạc / Lost',
  destroyed: 'Hư hỏng, phải hủy / Destroyed',
} as const;
const BANDS: Record<OpenBand, string> = {
  under_3: 'Dưới 3 ngày / Under 3 days',
  under_7: 'Từ 3 đến dưới 7 ngày / 3 to under 7 days',
  under_14: 'Từ 7 đến dưới 14 ngày / 7 to under 14 days',
  under_30: 'Từ 14 đến dưới 30 ngày / 14 to under 30 days',
  from_30: 'Từ 30 ngày / 30 days and more',
};

/** Where parcels were handed over, and how the others ended. */
export const PARCEL_ENDS: AuditTable = {
  ...OF_PARCELS,
  key: 'parcel-ends',
  titleVi: 'Bưu gửi kết thúc ở đâu',
  titleEn: 'Where parcels ended',
  columns: columns('Kết quả', 'Outcome'),
  async rows(tx, { scope }) {
    const { deliveryPlaces, outcomes } = await countParcelsToAddress(tx, scope);
    return [
      ...deliveryPlaces.map(({ place, count }) => ({ name: both(DELIVERY_PLACES[place]), parcels: count })),
      ...outcomes.flatMap(({ outcome, count }) => (outcome === 'EMI' ? [] : [{ name: OUTCOMES[outcome], parcels: count }])),
    ];
  },
};

/** Why first tries to deliver failed, the commonest first. */
export const PARCEL_FAILURES: AuditTable = {
  ...OF_PARCELS,
  key: 'parcel-failures',
  titleVi: 'Vì sao lần đầu không phát được',
  titleEn: 'Why the first try failed',
  columns: columns('Lý do', 'Reason'),
  async rows(tx, { scope }) {
    const { failures } = await countParcelsToAddress(tx, scope);
    return failures.map(({ reason, count }) => ({ name: both(NON_DELIVERY_REASONS[reason]), parcels: count }));
  },
};

/** Parcels that are still open, by age. */
export const OPEN_PARCELS: AuditTable = {
  ...OF_PARCELS,
  key: 'parcel-open',
  titleVi: 'Bưu gửi còn đang đi',
  titleEn: 'Parcels still on their way',
  columns: columns('Từ lúc nhận gửi', 'Since acceptance'),
  async rows(tx, { scope }) {
    return (await countOpenParcels(tx, scope)).map(({ band, count }) => ({ name: BANDS[band], parcels: count }));
  },
};

/** Indicator 13 by the office of delivery, in one commune. */
export const PARCEL_OFFICES: AuditTable = {
  ...OF_PARCELS,
  key: 'parcel-offices',
  titleVi: 'Phát tới địa chỉ theo bưu cục',
  titleEn: 'Delivered to the address, by office',
  columns: [
    { key: 'operator', titleVi: 'Doanh nghiệp', titleEn: 'Operator', kind: 'text' },
    { key: 'office', titleVi: 'Bưu cục', titleEn: 'Office', kind: 'text' },
    { key: 'toAddress', titleVi: 'Phát tới địa chỉ', titleEn: 'To the address', kind: 'int' },
    { key: 'closed', titleVi: 'Bưu gửi kết thúc', titleEn: 'Parcels ended', kind: 'int' },
    { key: 'share', titleVi: 'Tỷ lệ', titleEn: 'Share', kind: 'percent' },
  ],
  async rows(tx, { scope }, limit) {
    const offices = (await breakDownOffices(tx, scope)).slice(0, limit);
    return offices.map(({ operatorCode, officeCode, toAddress, closed }) => ({
      operator: operatorCode,
      office: officeCode,
      toAddress,
      closed,
      share: shareOf(toAddress, closed).share,
    }));
  },
};
