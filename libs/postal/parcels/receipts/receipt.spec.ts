import { printPages } from '../../printing/printed-pages.factory.js';
import { receiptsPdf, type Receipt } from './receipt.js';

const AT = new Date('2026-11-16T02:00:00Z');
const LINK = 'https://choxa.vn/theo-doi';

function aReceipt(lines: number): Receipt {
  return {
    code: '7F3A19C2-04DE',
    operatorName: 'Bưu chính Sông Hồng (mẫu)',
    officeName: 'Bưu cục Phường Ba Đình',
    officePlace: 'Phường Ba Đình, Thành phố Hà Nội',
    takenAt: AT,
    takenBy: 'Nguyễn Thị Thu',
    sender: { name: 'Hợp tác xã Cầu Đất', phone: '0912 345 678', place: 'Xã Xuân Trường, Tỉnh Lâm Đồng' },
    lines: Array.from({ length: lines }, (_, index) => ({
      number: `EE${String(index).padStart(9, '0')}XA`,
      to: 'Phường Ninh Kiều, Thành phố Cần Thơ',
      weightGrams: 505,
      postageVnd: index ? 47_000 : null,
      codVnd: 120_000,
    })),
    paidVnd: 47_000,
  };
}

describe('a receipt', () => {
  it('stands on one A5 page up to nine parcels, and goes on to the next with the tenth', async () => {
    const pages = await printPages(await receiptsPdf([aReceipt(9), aReceipt(10)], LINK, AT));
    expect(pages.map(({ widthMm, heightMm }) => [Math.round(widthMm), Math.round(heightMm)])).toEqual(Array(3).fill([148, 210]));
  });

  it('comes out the same for the same parcels', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => receiptsPdf([aReceipt(2)], LINK, AT)));
    expect(one!.equals(other!)).toBe(true);
  });
});
