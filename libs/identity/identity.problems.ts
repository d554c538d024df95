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
  'code.none-left': {
    status: 429,
    vi: 'Hôm nay chưa gửi thêm được mã tới số này. Xin thử lại ngày mai, hoặc ra bưu cục xã.',
    en: 'No more codes can be sent to this number today. Please try again tomorrow, or ask at the commune post office.',
  },
  'password.wrong': { status: 401, vi: 'Số điện thoại hoặc mật khẩu chưa đúng.', en: 'The phone number or the password is wrong.' },
  'password.locked': {
    status: 429,
    vi: 'Mật khẩu đã nhập sai nhiều lần. Xin chờ rồi thử lại, hoặc đặt mật khẩu mới.',
    en: 'Too many wrong passwords. Please wait and try again, or set a new password.',
  },
  'password.staff-only': {
    status: 403,
    vi: 'Chỉ nhân viên bưu chính và cán bộ mới có mật khẩu. Bà con đăng nhập bằng mã gửi tới điện thoại.',
    en: 'Only postal staff and officials have a password. Everybody else signs in with a code sent to the phone.',
  },
  'factor.missing': {
    status: 403,
    vi: 'Tài khoản chưa cài mã xác thực. Xin đăng nhập bằng mã gửi tới điện thoại, rồi cài.',
    en: 'No authenticator is set up yet. Please sign in with a code sent to your phone and set it up.',
  },
  'factor.wrong': {
    status: 401,
    vi: 'Mã xác thực chưa đúng hoặc đã dùng rồi. Xin chờ mã kế tiếp.',
    en: 'The authenticator code is wrong or was used already. Please wait for the next one.',
  },
  'factor.locked': {
    status: 429,
    vi: 'Mã xác thực đã nhập sai nhiều lần. Xin chờ rồi thử lại.',
    en: 'Too many wrong authenticator codes. Please wait and try again.',
  },
  'factor.expired': { status: 401, vi: 'Đã quá lâu. Xin nhập lại mật khẩu.', en: 'This took too long. Please give the password again.' },
  'key.too-many': {
    status: 409,
    vi: 'Tài khoản đã có 20 khóa. Xin thu hồi bớt rồi tạo khóa mới.',
    en: 'The account has 20 keys already. Please revoke one before making another.',
  },
  'demo.shared': {
    status: 403,
    vi: 'Tài khoản thử dùng chung cho mọi người, nên không đổi được.',
    en: 'The demo accounts are shared by everybody and cannot be changed.',
  },
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
