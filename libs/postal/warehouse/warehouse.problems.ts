/** Why goods in store are not moved or picked. */
export const WAREHOUSE_PROBLEMS = {
  'goods.unknown': { status: 404, vi: 'Không tìm thấy hàng này trong kho.', en: 'There are no such goods in store.' },
  'goods.phone': { status: 422, vi: 'Số điện thoại của chủ hàng không đúng.', en: "The owner's telephone number is wrong." },
  'goods.code': { status: 422, vi: 'Mã hàng không đúng, xin quét lại.', en: 'The code of the pack is wrong; please scan it again.' },
  'goods.lot-day': {
    status: 409,
    vi: 'Lô này đã có hạn dùng khác ở cùng vị trí.',
    en: 'This lot has another last day in this place already.',
  },
  'goods.short': {
    status: 409,
    vi: 'Không đủ hàng: một phần đã hết hoặc đang được soạn cho bưu gửi.',
    en: 'Too few are there: some are gone, or taken for parcels being packed.',
  },
  'goods.reserved': {
    status: 409,
    vi: 'Số đếm ít hơn số hàng đang soạn cho bưu gửi. Xin trả hàng soạn về chỗ cũ trước.',
    en: 'Fewer were counted than parcels being packed need. Put those back first.',
  },
  'goods.same-place': { status: 422, vi: 'Hàng đã ở vị trí này.', en: 'The goods lie there already.' },
  'pick.none': { status: 409, vi: 'Bưu gửi này chưa được soạn hàng.', en: 'Nobody has picked the goods of this parcel.' },
  'pick.short': {
    status: 409,
    vi: 'Kho không đủ hàng của người gửi để đóng bưu gửi này.',
    en: "Too little of the sender's goods is in store for this parcel.",
  },
  'pick.codes-differ': {
    status: 422,
    vi: 'Hàng vừa quét khác hàng phải đóng.',
    en: 'What was scanned differs from what is to be packed.',
  },
};
