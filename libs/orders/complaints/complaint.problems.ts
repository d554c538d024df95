import { defineProblems } from '@choxa/platform';

export const complaintProblem = defineProblems({
  'complaint.topic': {
    status: 409,
    vi: 'Ở bước này của đơn chưa khiếu nại được việc đó, hoặc đã quá hạn.',
    en: 'At this step of the order one cannot complain about that, or the time for it is over.',
  },
  'complaint.open-already': {
    status: 409,
    vi: 'Bạn đã có một khiếu nại về việc này đang mở. Xin nhắn tiếp vào đó.',
    en: 'There is an open complaint about this already. Please write there.',
  },
  'complaint.at-the-post': {
    status: 409,
    vi: 'Bạn đã báo bưu chính là chưa nhận được hàng. Bưu chính đang kiểm tra và sẽ nhắn tin cho bạn.',
    en: 'You told the post already that you did not get it. The post is checking and will send you a message.',
  },
  'complaint.too-early': {
    status: 409,
    vi: 'Bên kia còn thời hạn trả lời. Hết hạn bạn sẽ chuyển lên cơ quan quản lý được.',
    en: 'The other side still has time to answer. When it is over you can bring it before an official.',
  },
  'complaint.state': { status: 409, vi: 'Khiếu nại này đã khép lại.', en: 'This complaint is closed.' },
  'complaint.full': { status: 409, vi: 'Khiếu nại này đã có quá nhiều tin nhắn.', en: 'This complaint has too many messages.' },
});
