import { readFileSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';

/** How far work in the background stands behind people who wait: of a processor both want, it gets a thirtieth. */
const NICENESS = 15;

/**
 * Puts a process, or with 0 the calling thread, behind others; for good, since only an administrator could bring it forward again.
 * Linux only: elsewhere 0 would mean the whole process.
 *
 * @returns whether it stands behind now
 */
export function stepBack(id: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    setPriority(id, NICENESS);
    if (id) stepBackWithItsSession(id);
    return true;
  } catch {
    return false;
  }
}

/** Where the kernel shares processors between sessions first, the rank of a process that is alone in its own, as those of PostgreSQL are, counts there. */
function stepBackWithItsSession(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/autogroup`, String(NICENESS));
  } catch {
    // This kernel has no such shares.
  }
}

/** The process that started another one; undefined where the system does not tell. */
export function parentOf(pid: number): number | undefined {
  try {
    // The name in brackets may hold blanks and brackets: state and parent come after the last one.
    const [, parent] = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ');
    return Number(parent);
  } catch {
    return undefined;
  }
}
