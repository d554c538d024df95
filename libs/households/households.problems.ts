import { defineProblems } from '@choxa/platform';

export const householdProblem = defineProblems({
  'place.unknown': { status: 422, vi: 'Không có xã, phường này.', en: 'There is no such commune.' },
  'household.exists': {
    status: 409,
    vi: 'Bạn đã đăng ký hộ này ở xã này rồi.',
    en: 'You have already registered this household in this commune.',
  },
  'household.choose': {
    status: 409,
    vi: 'Tài khoản có nhiều hộ, xin chọn một hộ.',
    en: 'This account has several households; please choose one.',
  },
  'household.own-approval': {
    status: 409,
    vi: 'Không thể tự duyệt hộ của mình hoặc hộ do mình đăng ký. Xin nhờ người khác duyệt.',
    en: 'Nobody can approve their own household, or one they registered. Please ask somebody else.',
  },
  'household.unseen': {
    status: 409,
    vi: 'Còn mục chưa xem nên chưa duyệt được.',
    en: 'Something asked for has not been seen yet, so the household cannot be approved.',
  },
  'household.not-refused': { status: 409, vi: 'Hộ này không bị từ chối.', en: 'This household was not refused.' },
  'household.not-approved': { status: 409, vi: 'Hộ này chưa được duyệt.', en: 'This household is not approved.' },
  'household.members-only': {
    status: 403,
    vi: 'Chỉ người trong hộ mới làm được việc này.',
    en: 'Only people of the household itself may do that.',
  },
  'household.owners-only': { status: 403, vi: 'Chỉ chủ hộ mới làm được việc này.', en: 'Only an owner of the household may do that.' },
  'suspension.reason': { status: 422, vi: 'Không có lý do tạm dừng này.', en: 'There is no such reason for a suspension.' },
  'suspension.notice': {
    status: 422,
    vi: 'Ngày bắt đầu sớm hơn thời hạn phải báo trước.',
    en: 'The first day is earlier than the notice period allows.',
  },
  'suspension.open': { status: 409, vi: 'Hộ này đã có thông báo tạm dừng.', en: 'A suspension of this household is already announced.' },
  'closure.days': { status: 422, vi: 'Ngày nghỉ bán chưa đúng.', en: 'The days of the closure are not right.' },
  'member.known': { status: 409, vi: 'Người này đã ở trong hộ.', en: 'This person already belongs to the household.' },
  'member.last-owner': {
    status: 409,
    vi: 'Hộ phải còn ít nhất một chủ hộ.',
    en: 'A household keeps at least one owner.',
  },
  'member.too-many': { status: 409, vi: 'Hộ đã đủ số người.', en: 'The household has as many people as it may have.' },
  'document.set': {
    status: 422,
    vi: 'Giấy phép phải ghi nhóm hàng 14, 15 hoặc 18; giấy tờ khác thì không.',
    en: 'A licence names product set 14, 15 or 18; other papers name none.',
  },
  'document.days': { status: 422, vi: 'Ngày hết hạn trước ngày cấp.', en: 'The paper runs out before it was issued.' },
  'document.unreadable': {
    status: 422,
    vi: 'Không đọc được tệp: hãy gửi ảnh chụp hoặc tệp PDF còn nguyên vẹn.',
    en: 'The file cannot be read: send an intact picture or PDF.',
  },
  'document.too-large': { status: 422, vi: 'Tệp quá lớn.', en: 'The file is too large.' },
  'document.too-many': {
    status: 409,
    vi: 'Hộ đã có đủ giấy tờ trên hồ sơ.',
    en: 'The household has as many papers on file as it may have.',
  },
  'document.missing': { status: 422, vi: 'Thiếu tệp (ô "file").', en: 'The file is missing (field "file").' },
  'payout.bank': { status: 422, vi: 'Không có ngân hàng này.', en: 'There is no such bank.' },
  'payout.number': { status: 422, vi: 'Số tài khoản chưa đúng.', en: 'The account number is not valid.' },
  'payout.open': {
    status: 409,
    vi: 'Đang có một lần đổi chờ hiệu lực. Hãy hủy lần đó trước.',
    en: 'A change is waiting to take effect. Cancel that one first.',
  },
  'invite.open': { status: 409, vi: 'Số này đã được mời rồi.', en: 'This phone is already invited.' },
  'counter.code-wrong': {
    status: 422,
    vi: 'Mã chưa đúng. Xin xem lại tin nhắn.',
    en: 'The code is wrong. Please look at the message again.',
  },
  'counter.code-expired': {
    status: 422,
    vi: 'Mã không còn dùng được. Xin lấy mã mới.',
    en: 'The code can no longer be used. Please ask for a new one.',
  },
  'counter.own-phone': {
    status: 422,
    vi: 'Đây là số của bạn. Hãy dùng số của hộ.',
    en: "This is your own phone. Please use the household's.",
  },
  'counter.elsewhere': { status: 422, vi: 'Xã này không thuộc nơi bạn phụ trách.', en: 'This commune is not among those you answer for.' },
  'household.not-pending': { status: 409, vi: 'Hộ này không ở trạng thái chờ duyệt.', en: 'This household is not waiting for approval.' },
  'training.future': { status: 422, vi: 'Buổi học chưa diễn ra.', en: 'The training has not been held yet.' },
});
