import type { ShippingLabel } from './shipping-label.js';

/** A label of an ordinary parcel, or of whatever else is wished. */
export function aShippingLabel(change: Partial<ShippingLabel> = {}): ShippingLabel {
  return {
    number: 'EE123456785XA',
    operatorName: 'Bưu chính Sông Hồng (mẫu)',
    link: 'https://choxa.vn/theo-doi/EE123456785XA',
    sortCode: 'SH-92-01',
    deliveryOfficeName: 'Bưu cục Phường Ninh Kiều',
    postcode: '94000',
    sender: { name: 'Hợp tác xã Cầu Đất', phone: '••• ••• 678', street: 'Thôn Trường Thọ', place: 'Xã Xuân Trường, Tỉnh Lâm Đồng' },
    recipient: {
      name: 'Trần Văn Bình',
      phone: '••• ••• 321',
      street: '12 ngõ Sen, khu dân cư số 4',
      place: 'Phường Ninh Kiều, Thành phố Cần Thơ',
    },
    codVnd: 1_234_000,
    inspection: true,
    gift: false,
    atCounter: false,
    weightGrams: 505,
    promisedOn: '2026-11-19',
    ...change,
  };
}
