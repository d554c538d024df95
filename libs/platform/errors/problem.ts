/** One entry of the closed list of expected failures of a lib. Texts are whole sentences without values. */
export interface ProblemKind {
  status: number;
  vi: string;
  en: string;
}

/** One bad place in a request. `pointer` is a JSON pointer into the body. */
export interface FieldError {
  pointer: string;
  code: string;
  detail: string;
}

export interface ProblemOptions {
  errors?: FieldError[];
  /** Extra sentence for a person; the title stays the kind's own text. */
  detail?: string;
  retryAfterSeconds?: number;
}

/** An expected failure, answered as RFC 9457 `application/problem+json`. */
export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly kind: ProblemKind,
    readonly options: ProblemOptions = {},
  ) {
    super(`${code}: ${options.detail ?? kind.en}`);
  }
}

/**
 * Declares a lib's closed list of failures and returns the function that makes one:
 * `const problem = defineProblems({ 'stock.short': { status: 409, vi: '…', en: '…' } }); throw problem('stock.short')`.
 */
export function defineProblems<const Kinds extends Record<string, ProblemKind>>(kinds: Kinds) {
  return (code: keyof Kinds & string, options?: ProblemOptions): Problem => new Problem(code, kinds[code]!, options);
}

/** Failures every route may answer with. */
export const platformProblem = defineProblems({
  'request.invalid': { status: 400, vi: 'Yêu cầu có ô chưa đúng.', en: 'The request has invalid fields.' },
  'request.malformed': { status: 400, vi: 'Không đọc được yêu cầu.', en: 'The request cannot be read.' },
  'request.too-large': { status: 413, vi: 'Tệp hoặc yêu cầu quá lớn.', en: 'The request is too large.' },
  'request.media-type': { status: 415, vi: 'Kiểu nội dung không được nhận.', en: 'This content type is not accepted.' },
  'auth.required': { status: 401, vi: 'Xin đăng nhập trước.', en: 'Please sign in first.' },
  'auth.forbidden': { status: 403, vi: 'Tài khoản không có quyền làm việc này.', en: 'This account may not do that.' },
  'auth.not-delegated': {
    status: 403,
    vi: 'Hộ chưa ủy quyền cho bạn việc này. Chỉ người của hộ làm được.',
    en: 'The household has not handed this over to you. Only its own people can do it.',
  },
  'auth.second-factor': {
    status: 403,
    vi: 'Việc này cần đăng nhập bằng mật khẩu và mã xác thực.',
    en: 'This needs a sign-in with password and authenticator code.',
  },
  'auth.cross-site': { status: 403, vi: 'Yêu cầu đến từ trang khác bị từ chối.', en: 'A request from another site is refused.' },
  'not-found': { status: 404, vi: 'Không tìm thấy.', en: 'Not found.' },
  'sheet.empty': { status: 422, vi: 'Tệp không có dòng dữ liệu nào.', en: 'The file has no row of data.' },
  'sheet.unreadable': {
    status: 422,
    vi: 'Không đọc được tệp: hãy gửi XLSX hoặc CSV còn nguyên vẹn, lấy từ tệp mẫu.',
    en: 'The file cannot be read: send an intact XLSX or CSV made from the template.',
  },
  'sheet.encoding': {
    status: 422,
    vi: 'CSV phải là UTF-8 (Excel: Lưu thành → CSV UTF-8).',
    en: 'A CSV must be UTF-8 (Excel: Save as → CSV UTF-8).',
  },
  'sheet.too-large': {
    status: 422,
    vi: 'Tệp quá lớn: tối đa 20.000 dòng trong một tệp. Hãy xóa dòng trống ở cuối hoặc tách tệp.',
    en: 'The file is too large: at most 20,000 rows a file. Delete empty rows at its end or split it.',
  },
  'file.not-made': {
    status: 503,
    vi: 'Chưa lập được tệp này: lâu hoặc lớn quá. Hãy thu hẹp lại, hoặc thử lại sau ít phút.',
    en: 'This file could not be made: it took too long or is too large. Narrow it, or try again in a few minutes.',
  },
  'notice.must-have': {
    status: 409,
    vi: 'Tin này bắt buộc phải gửi, không tắt được.',
    en: 'This kind of message must be sent and cannot be switched off.',
  },
  'push.endpoint': { status: 422, vi: 'Địa chỉ nhận thông báo không dùng được.', en: 'Pushes cannot be sent to this address.' },
  'idempotency.required': { status: 400, vi: 'Thiếu đầu mục Idempotency-Key.', en: 'The Idempotency-Key header is missing.' },
  'idempotency.reused': {
    status: 422,
    vi: 'Khóa Idempotency-Key đã dùng cho nội dung khác.',
    en: 'This Idempotency-Key was used with another body.',
  },
  'request.conflict': { status: 409, vi: 'Dữ liệu vừa thay đổi, xin thử lại.', en: 'The data has just changed; please try again.' },
  'request.outdated': {
    status: 412,
    vi: 'Người khác vừa sửa mục này. Xin tải lại để thấy bản mới, rồi sửa tiếp.',
    en: 'Somebody else has just changed this. Reload to see it as it is now, then go on.',
  },
  'service.busy': { status: 503, vi: 'Hệ thống đang bận, xin thử lại.', en: 'The service is busy; please try again.' },
  internal: { status: 500, vi: 'Lỗi hệ thống. Chúng tôi đã ghi lại.', en: 'Internal error. It has been recorded.' },
});
