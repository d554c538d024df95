let out = process.stdout;

/** Sends progress to standard error, for commands whose standard output is read by programs. */
export function keepOutputClean() {
  out = process.stderr;
}

/** A failure to be told in one sentence, Vietnamese first. */
export class Failure extends Error {
  /** @param {string} vi @param {string} en @param {string} [detail] what a program said, shown above the sentence */
  constructor(vi, en, detail = '') {
    super(`${vi} / ${en}`);
    this.detail = detail;
  }
}

/** @param {unknown} error */
export function isDiskFull(error) {
  return /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/i.test(`${error?.code ?? ''} ${error?.message ?? error}`);
}

/** Turns whatever was thrown into one sentence. @param {unknown} error @param {string} folder */
export function asFailure(error, folder) {
  if (error instanceof Failure) return error;
  if (isDiskFull(error)) return diskFull(folder);
  if (error?.code === 'EACCES' || error?.code === 'EPERM' || error?.code === 'EROFS') {
    return new Failure(
      `Không được phép ghi vào ${error.path ?? folder}: hãy chạy bằng chủ của thư mục.`,
      `Not allowed to write to ${error.path ?? folder}: run as the owner of the folder.`,
    );
  }
  return new Failure(`Có lỗi: ${error?.message ?? error}`, `It failed: ${error?.message ?? error}`, process.env.DEBUG ? error?.stack : '');
}

/** @param {string} folder */
export function diskFull(folder) {
  return new Failure(
    `Ổ đĩa chứa ${folder} đã đầy: hãy giải phóng chỗ rồi chạy lại.`,
    `The disk that holds ${folder} is full: free some space and run again.`,
  );
}

/**
 * Shows that something long goes on: one line that counts seconds on a terminal, a line every ten seconds elsewhere.
 *
 * @template T
 * @param {string} what e.g. "Cài thư viện / installing libraries"
 * @param {() => Promise<T>} work
 * @param {() => string} [more] e.g. how many are done
 * @returns {Promise<T>}
 */
export async function showing(what, work, more = () => '') {
  const begin = Date.now();
  const seconds = () => Math.round((Date.now() - begin) / 1000);
  const line = () => `${what}… ${seconds()} s${more()}`;
  out.write(out.isTTY ? line() : `${what}…\n`);
  const timer = setInterval(() => out.write(out.isTTY ? `\r\x1b[2K${line()}` : `${line()}\n`), out.isTTY ? 500 : 10_000);
  try {
    const result = await work();
    out.write(`${out.isTTY ? '\r\x1b[2K' : ''}${what}: ${seconds()} s\n`);
    return result;
  } catch (error) {
    if (out.isTTY) out.write('\n');
    throw error;
  } finally {
    clearInterval(timer);
  }
}

/**
 * While a program works for us, Ctrl-C and SIGTERM end it first and then us, without a word about its failure.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} to call when it has ended by itself
 */
export function endWith(child) {
  const end = (signal) => {
    child.prependOnceListener('close', () => process.exit(signal === 'SIGINT' ? 130 : 143));
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 2_000).unref(); // npm tidies up for half a minute; the next start does that better
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.once(signal, end);
  return () => signals.forEach((signal) => process.off(signal, end));
}
