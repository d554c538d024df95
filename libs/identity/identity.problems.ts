import { defineProblems } from '@choxa/platform';

export const identityProblem = defineProblems({
  'code.too-many': {
    status: 429,
    vi: 'Số điện thoại này đã nhận quá nhiều mã. Xin chờ rồi thử lại.',
    en: 'Too many codes were sent to this phone. Please wait and try again.',
  },
  'code.wrong': { status: 401, vi: 'Mã chưa đúng. Xin xem lại tin nhắn.', en: 'The code is wrong. Please look at the message again.' },
  'code.expired': {
    status: 401,
    vi: 'Mã không còn dùng được. Xin lấy mã mới.',
    en: 'The code can no longer be used. Please ask for a new one.',
  },
  'consent.text-changed': {
    status: 409,
    vi: 'Nội dung đã có phiên bản mới. Xin đọc rồi chọn lại.',
    en: 'The text has a new version. Please read it and choose again.',
  },
  'deletion.open': { status: 409, vi: 'Bạn đã có một yêu cầu xóa đang chờ.', en: 'A deletion request of yours is already open.' },
  'account.disabled': { status: 403, vi: 'Tài khoản này đã bị khóa.', en: 'This account has been disabled.' },
  'delegation.clerk-unknown': {
    status: 422,
    vi: 'Không có nhân viên bưu cục nào dùng số điện thoại này.',
    en: 'No post office clerk has this phone number.',
  },
  'delegation.household-unknown': {
    status: 422,
    vi: 'Số điện thoại này chưa có hộ bán hàng. Có thể đăng ký hộ mới.',
    en: 'No household sells under this phone number yet. You can register a new one.',
  },
  'delegation.choose-household': {
    status: 409,
    vi: 'Người này có nhiều hộ. Xin chọn một hộ.',
    en: 'This person has several households. Please choose one.',
  },
});
