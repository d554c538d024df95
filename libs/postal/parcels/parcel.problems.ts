/** Why a parcel is not taken, changed, fetched or priced. */
export const PARCEL_PROBLEMS = {
  'parcel.unknown': { status: 404, vi: 'Không tìm thấy bưu gửi này.', en: 'There is no such parcel.' },
  'parcel.accepted-already': { status: 409, vi: 'Bưu gửi đã được nhận tại quầy.', en: 'The parcel has been accepted already.' },
  'parcel.not-accepted': { status: 409, vi: 'Bưu gửi chưa được nhận tại quầy.', en: 'The parcel has not been accepted yet.' },
  'parcel.returning': {
    status: 409,
    vi: 'Bưu gửi đang chuyển hoàn, không phát cho người nhận nữa.',
    en: 'The parcel is on its way back and can no longer be delivered.',
  },
  'parcel.closed': { status: 409, vi: 'Bưu gửi đã kết thúc hành trình.', en: "The parcel's journey is over." },
  'parcel.withdrawn': {
    status: 409,
    vi: 'Người gửi đã rút yêu cầu gửi bưu gửi này. Xin trả lại hàng cho người gửi.',
    en: 'The sender has withdrawn this parcel. Please give it back to the sender.',
  },
  'pickup.unknown': { status: 404, vi: 'Không tìm thấy yêu cầu lấy hàng này.', en: 'There is no such pick-up.' },
  'pickup.answered-already': {
    status: 409,
    vi: 'Yêu cầu lấy hàng đã được trả lời khác.',
    en: 'The pick-up was answered otherwise already.',
  },
  'walk-in.office-unknown': { status: 422, vi: 'Không phải bưu cục của bạn.', en: 'That is not an office of yours.' },
  'postage.unknown': { status: 422, vi: 'Chưa có giá cước cho tuyến và khối lượng này.', en: 'No price covers this way and weight.' },
  'postage.differs': { status: 422, vi: 'Tiền cước đã thu khác cước phải thu.', en: 'The postage paid differs from the postage due.' },
  'place.unknown': { status: 422, vi: 'Không có xã, phường này.', en: 'There is no such commune.' },
};
