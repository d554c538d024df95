import { readFileSync } from 'node:fs';

/** A process told apart from a later one that got the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Start time in the kernel's own ticks; empty where it cannot be read (macOS, Windows). */
  readonly since: string;
}

/** The identity of a running process, or undefined when there is none (a finished one nobody has collected yet counts as none). */
export function identify(pid: number): ProcessIdentity | undefined {
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined;
  }
  if (process.platform !== 'linux') return { pid, since: '' };
  try {
    // The name in brackets may hold blanks and brackets; fields are counted after the last one. 3 = state, 22 = start time.
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : { pid, since: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}

/** True while exactly this process lives. */
export function lives(process: ProcessIdentity): boolean {
  const now = identify(process.pid);
  return now !== undefined && now.since === process.since;
}
