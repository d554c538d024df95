import { printPages, readCodes } from '../../printing/printed-pages.factory.js';
import { aShippingLabel } from './shipping-label.factory.js';
import { SHIPPING_LABEL_FORMATS, SHIPPING_LABEL_SIZE, shippingLabelsPdf } from './shipping-label.js';

const AT = new Date('2026-11-16T02:00:00Z');
const LONG = 'Nguyễn Hoàng Phương Nghiêm Thị Khuyến, tổ hợp tác trồng và chế biến chè Shan tuyết cổ thụ vùng cao'.repeat(3).slice(0, 200);

describe('a shipping label', () => {
  it.each(SHIPPING_LABEL_FORMATS)('%s: one page each in its true size, read by a scanner whatever stands on it', async (format) => {
    const long = { name: LONG, phone: '••• ••• 999', street: LONG, place: LONG };
    const labels = [
      aShippingLabel(),
      aShippingLabel({
        number: 'CLX00000000018',
        link: 'https://choxa.vn/theo-doi/CLX00000000018',
        codVnd: 0,
        postcode: null,
        inspection: false,
      }),
      aShippingLabel({
        sender: long,
        recipient: long,
        operatorName: LONG,
        deliveryOfficeName: LONG,
        codVnd: 9_999_999_999,
        gift: true,
        atCounter: true,
      }),
    ];
    const pages = await printPages(await shippingLabelsPdf(labels, format, AT));
    expect(pages).toHaveLength(3);
    for (const [index, page] of pages.entries()) {
      expect(page.widthMm).toBeCloseTo(SHIPPING_LABEL_SIZE[format].width, 1);
      expect(page.heightMm).toBeCloseTo(SHIPPING_LABEL_SIZE[format].height, 1);
      expect(await readCodes(page)).toEqual({ Code128: labels[index]!.number, QRCode: labels[index]!.link });
    }
  });

  it('comes out the same for the same parcels', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => shippingLabelsPdf([aShippingLabel()], 'a6', AT)));
    expect(one!.equals(other!)).toBe(true);
  });
});
