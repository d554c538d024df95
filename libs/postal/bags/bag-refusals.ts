/** Why a parcel does not go into a bag. */
export const BAG_REFUSALS = {
  'bag.not-open': { vi: 'Túi đã đóng, không thêm bưu gửi được nữa.', en: 'The bag is closed; nothing more goes in.' },
  'bag.full': { vi: 'Túi đã đủ 500 bưu gửi.', en: 'The bag holds 500 parcels already.' },
  'bag.parcel-unknown': { vi: 'Không tìm thấy bưu gửi này.', en: 'There is no such parcel.' },
  'bag.parcel-not-accepted': { vi: 'Bưu gửi chưa được nhận tại quầy.', en: 'The parcel has not been accepted yet.' },
  'bag.parcel-over': { vi: 'Bưu gửi đã kết thúc hành trình hoặc đã được rút.', en: "The parcel's journey is over, or it was withdrawn." },
  'bag.parcel-elsewhere': { vi: 'Bưu gửi đang ở trong một túi khác.', en: 'The parcel is in another bag.' },
  'bag.wrong-route': { vi: 'Sai hướng: bưu gửi này không đi cùng túi này.', en: 'Wrong route: this parcel does not go with this bag.' },
} as const;
export type BagRefusal = keyof typeof BAG_REFUSALS;
