import { ConfigError, EmbeddedPostgresError, saysDiskFull } from '@choxa/platform';

/** A failure an operator can act on, in one sentence, Vietnamese first. */
export class Failure extends Error {
  constructor(
    vi: string,
    en: string,
    /** 1 failed, 2 wrong use (interfaces.md, "Exit codes"). */
    readonly exitCode: 1 | 2 = 1,
  ) {
    super(`${vi} / ${en}`);
    this.name = 'Failure';
  }
}

/** The command line was wrong: exit code 2. */
export function wrongUse(vi: string, en: string): Failure {
  return new Failure(vi, en, 2);
}

/** Turns whatever was thrown into one sentence without addresses or passwords of the database. */
export function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof EmbeddedPostgresError || error instanceof ConfigError) return asIs(error);
  const { code = '', path, message = String(error) } = (error ?? {}) as { code?: string; path?: string; message?: string };
  if (code.startsWith('ERR_PARSE_ARGS')) return wrongUse(`Sai cách dùng: ${firstLine(message)}`, `Wrong use: ${firstLine(message)}`);
  if (saysDiskFull(error) || code === '53100') {
    return new Failure('Ổ đĩa đã đầy: hãy giải phóng chỗ rồi chạy lại.', 'The disk is full: free some space and run again.');
  }
  if (path !== undefined && ['EACCES', 'EPERM', 'EROFS'].includes(code)) {
    return new Failure(`Không được phép dùng ${path}.`, `Not allowed to use ${path}.`);
  }
  if (path !== undefined && ['EEXIST', 'ENOTDIR'].includes(code)) {
    return new Failure(`${path} không phải thư mục.`, `${path} is not a folder.`);
  }
  if (path !== undefined && code === 'ENOENT')
    return new Failure(`Không có (hoặc không tạo được) ${path}.`, `${path} is not there (or cannot be made).`);
  // Lacking a right in the middle of work is a fault of ours, not of the address.
  return (
    (code === '42501' ? undefined : databaseFailure(code)) ??
    new Failure(`Có lỗi: ${firstLine(message)}`, `It failed: ${firstLine(message)}`)
  );
}

function asIs(error: Error): Failure {
  const failure = new Failure('', '');
  failure.message = error.message;
  return failure;
}

/** What a failed connection to `DATABASE_URL` means, by Node's or PostgreSQL's code; undefined for other codes. */
export function databaseFailure(code: string): Failure | undefined {
  const wrong = (vi: string, en: string): Failure =>
    new Failure(`DATABASE_URL không dùng được: ${vi}.`, `DATABASE_URL cannot be used: ${en}.`);
  switch (code) {
    case '28P01':
    case '28000':
      return wrong('sai tên người dùng hoặc mật khẩu', 'the user name or the password is wrong');
    case '3D000':
      return wrong('cơ sở dữ liệu đó không có', 'there is no such database');
    case '42501':
      return wrong('người dùng đó không đủ quyền', 'that user lacks the rights');
    case '53300':
      return wrong('máy chủ đã hết kết nối', 'the server has no connection left');
    case '57P03':
      return wrong('máy chủ đang khởi động hoặc đang dừng', 'the server is starting up or shutting down');
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'ENOENT': // its socket is gone
      return wrong('không có PostgreSQL nào trả lời ở địa chỉ đó', 'no PostgreSQL answers at that address');
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return wrong('không tìm thấy tên máy chủ', 'the host name is unknown');
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return wrong('không tới được máy chủ', 'the host cannot be reached');
    case 'ERR_INVALID_URL':
      return wrong('địa chỉ viết sai', 'the address is malformed');
    default:
      return undefined;
  }
}

function firstLine(message: string): string {
  return (
    message
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim() ?? 'không rõ / unknown'
  );
}
