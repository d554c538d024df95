/** Why the embedded PostgreSQL could not be used; stable words for callers that want to react. */
export type EmbeddedPostgresProblem =
  | 'no-binaries' // this operating system or processor has no package, or it was not installed
  | 'no-account' // root may not run PostgreSQL and no unprivileged way to run it was found
  | 'foreign-folder' // the data folder holds something that is not ours
  | 'not-ours' // the data folder belongs to another operating system user
  | 'other-version' // the data was written by another major version
  | 'disk-full'
  | 'in-use' // another process is starting or stopping the same data folder right now
  | 'no-start';

/** A failure told in one sentence, Vietnamese first; `detail` carries what PostgreSQL itself said, if anything. */
export class EmbeddedPostgresError extends Error {
  constructor(
    readonly problem: EmbeddedPostgresProblem,
    vi: string,
    en: string,
    readonly detail = '',
  ) {
    super(`${vi} / ${en}`);
    this.name = 'EmbeddedPostgresError';
  }
}

/** The full-disk sentence, used wherever a write fails with ENOSPC or PostgreSQL says so. */
export function diskFull(folder: string, detail = ''): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'disk-full',
    `Ổ đĩa chứa ${folder} đã đầy: hãy giải phóng chỗ rồi chạy lại.`,
    `The disk that holds ${folder} is full: free some space and run again.`,
    detail,
  );
}

/** True for a Node error or a PostgreSQL log that says the disk (or the quota) is exhausted. */
export function saysDiskFull(error: unknown): boolean {
  const text = error instanceof Error ? `${(error as NodeJS.ErrnoException).code ?? ''} ${error.message}` : String(error);
  return /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded|not enough space on the disk|Check free disk space|wrote only \d+ of \d+ bytes/i.test(
    text,
  );
}
