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
  'household.own-approval': { status: 409, vi: 'Không thể tự duyệt hộ của mình.', en: 'Nobody can approve their own household.' },
  'household.not-pending': { status: 409, vi: 'Hộ này không ở trạng thái chờ duyệt.', en: 'This household is not waiting for approval.' },
});
