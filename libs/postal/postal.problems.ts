import { defineProblems } from '@choxa/platform';

/** Everything the post refuses, once. */
export const postalProblem = defineProblems({
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
  'proof.code-wrong': { status: 422, vi: 'Mã nhận hàng không đúng.', en: 'The delivery code is wrong.' },
  'proof.locked': {
    status: 423,
    vi: 'Mã nhận hàng đã nhập sai quá 5 lần nên bị khóa.',
    en: 'The delivery code was wrong five times and is locked.',
  },
  'cod.amount-differs': {
    status: 422,
    vi: 'Số tiền thu khác số tiền phải thu hộ.',
    en: 'The cash differs from the amount to collect.',
  },
  'cod.not-collected': {
    status: 409,
    vi: 'Có bưu gửi chưa phát xong hoặc không thu hộ tiền.',
    en: 'A parcel is not delivered yet, or had no cash to collect.',
  },
  'cod.remitted-already': { status: 409, vi: 'Có bưu gửi đã trả tiền thu hộ rồi.', en: 'The cash of a parcel was paid out already.' },
  'cod.several-senders': { status: 409, vi: 'Các bưu gửi không cùng một người gửi.', en: 'The parcels are not of one sender.' },
  'cod.reference-used': { status: 409, vi: 'Mã chuyển tiền này đã dùng rồi.', en: 'This reference was used already.' },
  'tracking.busy': { status: 503, vi: 'Quá nhiều người đang theo dõi, xin thử lại.', en: 'Too many are watching; please try again.' },
  'pickup.unknown': { status: 404, vi: 'Không tìm thấy yêu cầu lấy hàng này.', en: 'There is no such pick-up.' },
  'pickup.answered-already': {
    status: 409,
    vi: 'Yêu cầu lấy hàng đã được trả lời khác.',
    en: 'The pick-up was answered otherwise already.',
  },
  'bag.unknown': { status: 404, vi: 'Không tìm thấy túi này.', en: 'There is no such bag.' },
  'bag.office-unknown': { status: 422, vi: 'Không có bưu cục này trong doanh nghiệp của bạn.', en: 'Your operator has no such office.' },
  'bag.same-office': { status: 422, vi: 'Túi phải đi tới một bưu cục khác.', en: 'A bag must go to another office.' },
  'bag.id-used': { status: 409, vi: 'Mã túi đã dùng cho tuyến khác.', en: 'The id belongs to a bag with another way.' },
  'bag.empty': { status: 409, vi: 'Túi chưa có bưu gửi nào.', en: 'There is no parcel in the bag yet.' },
  'bag.not-open': { status: 409, vi: 'Túi đã đóng.', en: 'The bag is closed.' },
  'bag.wrong-state': { status: 409, vi: 'Túi chưa tới bước này.', en: 'The bag is not ready for this step.' },
  'bag.misrouted': { status: 409, vi: 'Túi đi lạc: không phải túi của bưu cục này.', en: 'A stray bag: it does not go to this office.' },
  'operator.prefix': { status: 422, vi: 'Mã doanh nghiệp GS1 không hợp lệ.', en: 'That is no GS1 company prefix.' },
  'operator.unknown': { status: 422, vi: 'Không có doanh nghiệp bưu chính này.', en: 'There is no such operator.' },
  'office.none': { status: 409, vi: 'Doanh nghiệp chưa có bưu cục nào.', en: 'The operator has no office.' },
  'numbers.used-up': { status: 409, vi: 'Dải số hiệu bưu gửi đã hết.', en: 'The range of parcel numbers is used up.' },
  'place.unknown': { status: 422, vi: 'Không có xã, phường này.', en: 'There is no such commune.' },
});
