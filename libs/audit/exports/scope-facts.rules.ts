import { addDays, formatDay, localDay } from '@choxa/standards';
import type { Cut } from '../scope/scope.js';
import type { Asked } from '../scope/scopes.js';
import type { Fact } from './audit-table.js';

const NAMES: Record<Cut, string> = {
  province: 'Tỉnh / Province',
  commune: 'Xã / Commune',
  household: 'Hộ / Household',
  product: 'Sản phẩm / Product',
  set: 'Nhóm sản phẩm / Product set',
  operator: 'Doanh nghiệp bưu chính / Postal operator',
};

/** Period, version, places and filters of a question, in words. */
export function scopeFacts({ scope, filters, covers }: Pick<Asked, 'scope' | 'filters' | 'covers'>): Fact[] {
  const { period, version } = scope;
  const days = `${formatDay(localDay(period.from))} – ${formatDay(addDays(localDay(period.until), -1))}`;
  const others = filters.filter(({ key }) => key !== 'province' && key !== 'commune');
  return [
    ['Kỳ / Period', `${period.key} (${days})`],
    ['Phiên bản / Version', version ? `đã chốt, số ${version} / closed, no. ${version}` : 'số liệu đang cập nhật / live figures'],
    ['Nơi / Area', covers.length ? covers.map(({ code, name }) => `${name} (${code})`).join(', ') : 'Cả nước / The whole nation'],
    ...others.map(({ key, name, code }): Fact => [NAMES[key], name === code ? name : `${name} (${code})`]),
  ];
}
