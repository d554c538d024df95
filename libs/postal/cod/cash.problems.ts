/** Why cash is not taken, counted, handed over or paid out. */
export const CASH_PROBLEMS = {
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
  'cod.in-batch': {
    status: 409,
    vi: 'Có bưu gửi đang nằm trong một đợt trả tiền.',
    en: 'A parcel is in a batch of payments.',
  },
  'cod.several-senders': { status: 409, vi: 'Các bưu gửi không cùng một người gửi.', en: 'The parcels are not of one sender.' },
  'cod.reference-used': { status: 409, vi: 'Mã chuyển tiền này đã dùng rồi.', en: 'This reference was used already.' },
  'payout.unknown': { status: 404, vi: 'Không tìm thấy đợt trả tiền này.', en: 'There is no such batch of payments.' },
  'payout.nothing-due': {
    status: 409,
    vi: 'Không có tiền thu hộ nào phải trả tới ngày này.',
    en: 'No cash on delivery is due until this day.',
  },
  'payout.closed': {
    status: 409,
    vi: 'Đợt trả tiền này đã được duyệt hoặc rút lại.',
    en: 'The batch was confirmed or taken back already.',
  },
  'payout.not-confirmed': {
    status: 409,
    vi: 'Đợt trả tiền này chưa được người thứ hai duyệt.',
    en: 'A second person has not confirmed the batch.',
  },
  'payout.second-person': {
    status: 409,
    vi: 'Người lập đợt không tự duyệt được. Cần một người thứ hai.',
    en: 'Whoever made the batch cannot confirm it. A second person has to.',
  },
  'payout.changed': {
    status: 409,
    vi: 'Có lần phát trong đợt đã được đính chính. Hãy rút đợt này và lập đợt mới.',
    en: 'A delivery in the batch was taken back. Take the batch back and make a new one.',
  },
  'payout.settled': {
    status: 409,
    vi: 'Dòng này đã có kết quả khác.',
    en: 'The line has another outcome already.',
  },
  'payout.reason-needed': { status: 422, vi: 'Hãy ghi vì sao tiền không tới nơi.', en: 'Please write down why the money did not arrive.' },
  'cash.courier-cap': {
    status: 409,
    vi: 'Tiền đang giữ cộng khoản này vượt hạn mức của bưu tá. Hãy nộp bớt tiền về bưu cục trước.',
    en: "The cash held with this amount exceeds the postman's limit. Hand some over at the office first.",
  },
  'cash.office-cap': {
    status: 409,
    vi: 'Tiền của bưu cục cộng khoản này vượt hạn mức. Hãy nộp bớt tiền vào ngân hàng trước.',
    en: "The office's cash with this amount exceeds its limit. Deposit some in the bank first.",
  },
  'cash.count-unknown': { status: 404, vi: 'Không tìm thấy lần kiểm tiền này.', en: 'There is no such count.' },
  'cash.counted-already': {
    status: 409,
    vi: 'Lần kiểm tiền trước còn chờ thủ quỹ. Hãy rút lại nếu muốn kiểm lại.',
    en: 'An earlier count still waits for the cashier. Take it back to count again.',
  },
  'cash.count-closed': { status: 409, vi: 'Lần kiểm tiền này đã khép lại.', en: 'This count is closed.' },
  'cash.second-person': {
    status: 409,
    vi: 'Người giữ tiền không tự xác nhận được. Cần một người thứ hai đếm lại.',
    en: 'Whoever holds the cash cannot confirm it. A second person has to count.',
  },
  'cash.counts-differ': {
    status: 409,
    vi: 'Hai người đếm ra số khác nhau. Hãy cùng đếm lại.',
    en: 'The two counts differ. Please count again together.',
  },
  'cash.more-than-held': {
    status: 409,
    vi: 'Số tiền lớn hơn số đang giữ theo sổ.',
    en: 'The amount is more than the books say is held.',
  },
  'cash.reason-needed': {
    status: 422,
    vi: 'Số đếm khác sổ. Hãy ghi lý do chênh lệch.',
    en: 'The count differs from the books. Please write down why.',
  },
  'cash.notes-differ': {
    status: 422,
    vi: 'Các tờ tiền cộng lại không bằng số đã đếm.',
    en: 'The notes do not add up to the sum that was counted.',
  },
  'cash.no-shortage': {
    status: 409,
    vi: 'Số tiền lớn hơn số còn thiếu.',
    en: 'The amount is more than what is still missing.',
  },
  'cash.repayment-waits': {
    status: 409,
    vi: 'Lần bù tiền trước còn chờ người thứ hai xác nhận.',
    en: 'An earlier repayment still waits for a second person.',
  },
  'cash.repayment-unknown': { status: 404, vi: 'Không tìm thấy lần bù tiền này.', en: 'There is no such repayment.' },
  'cash.repayment-own': {
    status: 409,
    vi: 'Người ghi không tự xác nhận được. Cần một người thứ hai.',
    en: 'Whoever wrote it down cannot confirm it. A second person has to.',
  },
  'cash.repayment-closed': { status: 409, vi: 'Lần bù tiền này đã khép lại.', en: 'This repayment is closed.' },
  'cash.cap-of-one': {
    status: 422,
    vi: 'Hạn mức của một người chỉ đặt cho bưu tá, không kèm bưu cục.',
    en: 'A limit of one person is for a courier and names no office.',
  },
  'cash.holder-unknown': {
    status: 422,
    vi: 'Người này chưa từng giữ tiền của doanh nghiệp.',
    en: 'This person has never held cash of the operator.',
  },
  'cash.reference-used': { status: 409, vi: 'Số phiếu nộp tiền này đã dùng rồi.', en: 'This slip number was used already.' },
};
