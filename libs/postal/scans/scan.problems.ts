/** Why a scan, its correction, a device, a bag or a look-up is refused. */
export const SCAN_PROBLEMS = {
  'scan.unknown': { status: 404, vi: 'Không tìm thấy lần quét này.', en: 'There is no such scan.' },
  'scan.not-correctable': {
    status: 409,
    vi: 'Lần nhận gửi tại quầy không đính chính được.',
    en: 'An acceptance at the counter cannot be corrected.',
  },
  'scan.corrected-already': { status: 409, vi: 'Lần quét này đã được đính chính.', en: 'This scan was declared wrong already.' },
  'scan.correction-contradicts': {
    status: 409,
    vi: 'Còn lần quét khác nói bưu gửi đã kết thúc hành trình. Xin đính chính lần quét đó trước.',
    en: 'Another scan says that the journey is over. Please correct that one first.',
  },
  'scan.correction-part': {
    status: 409,
    vi: 'Người nhận chỉ lấy một phần, phần còn lại đã gửi trả người gửi; không đính chính được. Xin lập hồ sơ bồi thường.',
    en: 'Only a part was taken and the rest goes back already, so this delivery cannot be corrected. Please open a compensation case.',
  },
  'correction.unknown': { status: 404, vi: 'Không tìm thấy đề nghị đính chính này.', en: 'There is no such correction.' },
  'correction.own': {
    status: 409,
    vi: 'Người thứ hai phải xác nhận; bạn không tự xác nhận được.',
    en: 'A second person must confirm it; you cannot confirm your own.',
  },
  'correction.answered-already': {
    status: 409,
    vi: 'Đề nghị đính chính này đã được trả lời.',
    en: 'This correction was answered already.',
  },
  'device.unknown': { status: 404, vi: 'Không tìm thấy thiết bị này.', en: 'There is no such device.' },
  'device.revoked': {
    status: 403,
    vi: 'Thiết bị này đã bị ngừng, không gửi gì được nữa. Xin đăng ký lại với bưu cục.',
    en: 'This device was revoked and sends nothing any more. Please register it anew.',
  },
  'device.locked': { status: 423, vi: 'Thiết bị đã hết ca. Xin nhập mã PIN.', en: "The device's shift is over. Please enter the PIN." },
  'device.pin-wrong': { status: 422, vi: 'Mã PIN không đúng.', en: 'The PIN is wrong.' },
  'device.pin-locked': {
    status: 423,
    vi: 'Mã PIN sai quá 5 lần nên thiết bị bị khóa. Xin ngừng thiết bị này và đăng ký lại.',
    en: 'The PIN was wrong five times and the device is locked. Please revoke it and register it anew.',
  },
  'device.too-many': {
    status: 409,
    vi: 'Bạn đã đăng ký đủ 10 thiết bị. Xin ngừng bớt.',
    en: 'You have ten devices already. Please revoke one.',
  },
  'bag.unknown': { status: 404, vi: 'Không tìm thấy túi này.', en: 'There is no such bag.' },
  'bag.office-unknown': { status: 422, vi: 'Không có bưu cục này trong doanh nghiệp của bạn.', en: 'Your operator has no such office.' },
  'bag.same-office': { status: 422, vi: 'Túi phải đi tới một bưu cục khác.', en: 'A bag must go to another office.' },
  'bag.id-used': { status: 409, vi: 'Mã túi đã dùng cho tuyến khác.', en: 'The id belongs to a bag with another way.' },
  'bag.empty': { status: 409, vi: 'Túi chưa có bưu gửi nào.', en: 'There is no parcel in the bag yet.' },
  'bag.still-open': { status: 409, vi: 'Hãy đóng túi trước khi in nhãn.', en: 'Close the bag before its label is printed.' },
  'bag.not-open': { status: 409, vi: 'Túi đã đóng.', en: 'The bag is closed.' },
  'bag.wrong-state': { status: 409, vi: 'Túi chưa tới bước này.', en: 'The bag is not ready for this step.' },
  'bag.misrouted': { status: 409, vi: 'Túi đi lạc: không phải túi của bưu cục này.', en: 'A stray bag: it does not go to this office.' },
  'tracking.too-many': {
    status: 429,
    vi: 'Bạn tra cứu quá nhiều lần, xin đợi một phút rồi thử lại.',
    en: 'Too many look-ups; please wait a minute and try again.',
  },
  'tracking.busy': { status: 503, vi: 'Quá nhiều người đang theo dõi, xin thử lại.', en: 'Too many are watching; please try again.' },
};
